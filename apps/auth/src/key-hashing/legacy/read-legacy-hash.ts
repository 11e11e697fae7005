import { digestBytes, type FastDigest, type LegacyHash } from './legacy-hash.js';
import { tooCostly } from './too-costly.js';

/** Why a hash from elsewhere is of no use here. */
export type HashRefusal = 'hash-not-valid' | 'hash-not-salted' | 'hash-too-costly';

type Reader = readonly [RegExp, (found: Readonly<Record<string, string>>) => LegacyHash | HashRefusal];

const base64 = '[A-Za-z0-9+/]';
/** 16 to 64 bytes: with fewer, another key might do as well. */
const digest = `(?<hash>${base64}{22,86}={0,2})`;

const readers: readonly Reader[] = [
  [
    new RegExp(
      `^\\$argon2(?:id|i|d)\\$(?:v=\\d+\\$)?m=(?<memory>\\d+),t=(?<passes>\\d+),p=(?<lanes>\\d+)\\$${base64}{11,86}\\$${base64}{22,86}$`,
    ),
    ({ text, memory, passes, lanes }) =>
      tooCostly.argon2(Number(memory), Number(passes), Number(lanes)) ?? { format: 'argon2', text: text! },
  ],
  [
    /^\$2[aby]\$(?<cost>\d\d)\$[./A-Za-z0-9]{53}$/,
    ({ text, cost }) => tooCostly.bcrypt(Number(cost)) ?? { format: 'bcrypt', text: text! },
  ],
  // Django
  [
    new RegExp(`^pbkdf2_sha256\\$(?<rounds>\\d+)\\$(?<salt>[^$\\s]{1,128})\\$${digest}$`),
    ({ rounds, salt, hash }) => pbkdf2(rounds!, { encoding: 'utf8', text: salt! }, hash!),
  ],
  // PHC as its specification writes it, and as passlib does: `29000` for `i=29000`, a dot for a plus.
  [
    /^\$pbkdf2-sha256\$(?:i=)?(?<rounds>\d+)(?:,l=\d+)?\$(?<salt>[A-Za-z0-9+./]{1,128})\$(?<hash>[A-Za-z0-9+./]{22,86})$/,
    ({ rounds, salt, hash }) =>
      pbkdf2(rounds!, { encoding: 'base64', text: salt!.replaceAll('.', '+') }, hash!.replaceAll('.', '+')),
  ],
  [
    new RegExp(
      `^\\$scrypt\\$ln=(?<logN>\\d+),r=(?<blockSize>\\d+),p=(?<lanes>\\d+)\\$(?<salt>${base64}{1,128})\\$${digest}$`,
    ),
    ({ logN, blockSize, lanes, salt, hash }) => {
      const costs = { logN: Number(logN), blockSize: Number(blockSize), lanes: Number(lanes) };
      return (
        tooCostly.scrypt(costs) ?? {
          format: 'scrypt',
          ...costs,
          salt: { encoding: 'base64', text: salt! },
          hash: hash!,
        }
      );
    },
  ],
  [
    /^(?<algorithm>sha1|md5)\$(?<salt>[^$\s]{0,128})\$(?<hex>(?:[0-9a-f]{2}){16,20})$/,
    ({ algorithm, salt, hex }) => saltThenKey(algorithm as FastDigest, salt!, hex!),
  ],
  [
    new RegExp(`^\\{S(?<kind>SHA|MD5)\\}(?<digestAndSalt>${base64}{22,200}={0,2})$`),
    ({ kind, digestAndSalt }) => keyThenSalt(kind === 'SHA' ? 'sha1' : 'md5', digestAndSalt!),
  ],
  [/^(?:\{(?:SHA|MD5)\}.*|(?:[0-9a-f]{2}){16,20})$/i, () => 'hash-not-salted'],
];

/** What a hash from another system is, or why it is of no use. The formats: docs/explanation/imported-keys.md. */
export const readLegacyHash = (text: string): LegacyHash | HashRefusal => {
  for (const [shape, read] of readers) {
    const found = shape.exec(text);
    if (found) return read({ ...found.groups, text });
  }
  return 'hash-not-valid';
};

const pbkdf2 = (
  rounds: string,
  salt: Readonly<{ encoding: 'utf8' | 'base64'; text: string }>,
  hash: string,
): LegacyHash | HashRefusal =>
  tooCostly.pbkdf2(Number(rounds)) ?? { format: 'pbkdf2-sha256', iterations: Number(rounds), salt, hash };

const saltThenKey = (algorithm: FastDigest, salt: string, hex: string): LegacyHash | HashRefusal => {
  if (hex.length !== digestBytes[algorithm] * 2) return 'hash-not-valid';
  return salt === '' ? 'hash-not-salted' : { format: 'salt-then-key', algorithm, salt, hex };
};

const keyThenSalt = (algorithm: FastDigest, digestAndSalt: string): LegacyHash | HashRefusal => {
  const bytes = Math.floor((digestAndSalt.replace(/=+$/, '').length * 3) / 4);
  return bytes > digestBytes[algorithm]
    ? { format: 'key-then-salt', algorithm, digestAndSalt }
    : 'hash-not-salted';
};
