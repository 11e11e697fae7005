const KIB_OF_ARGON2 = 256 * 1024;
const BYTES_OF_SCRYPT = 128 * 2 ** 20;

const refusedIf = (tooMuch: boolean) => (tooMuch ? ('hash-too-costly' as const) : null);

/** Bounds on imported parameters: a hash that takes gigabytes or many seconds would be a way to stop everybody (LOG-08). */
export const tooCostly = {
  argon2: (memory: number, passes: number, lanes: number) =>
    refusedIf(memory > KIB_OF_ARGON2 || passes > 16 || lanes > 16 || memory * passes > 4 * KIB_OF_ARGON2),
  bcrypt: (cost: number) => refusedIf(cost > 14),
  pbkdf2: (iterations: number) => refusedIf(iterations < 1 || iterations > 2_000_000),
  scrypt: ({ logN, blockSize, lanes }: Readonly<{ logN: number; blockSize: number; lanes: number }>) =>
    refusedIf(
      logN < 1 ||
        logN > 20 ||
        blockSize < 1 ||
        lanes < 1 ||
        128 * 2 ** logN * blockSize > BYTES_OF_SCRYPT ||
        2 ** logN * blockSize * lanes > 2 ** 21,
    ),
};
