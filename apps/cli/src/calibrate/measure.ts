import { randomBytes } from 'node:crypto';
import { availableParallelism } from 'node:os';
import type { Argon2KeyHasher } from '#apps/auth';

/** What was seen: how long each verification took that had the machine to itself, and how many went through together. */
export type Measured = Readonly<{ processors: number; aloneMs: readonly number[]; perSecond: number }>;

/** So many for each thread that none waits for the next. */
const ahead = 4;

/** Verifies one key over and over: alone for so many milliseconds, then on all processors for as many. */
export const measure = async (hasher: Argon2KeyHasher, milliseconds: number): Promise<Measured> => {
  const processors = availableParallelism();
  const key = randomBytes(32).toString('base64url');
  const hash = await hasher.hash(key);
  const verify = async () => void (await hasher.verify(hash, key));
  const together = (one: () => Promise<void>) => Promise.all(Array.from({ length: processors * ahead }, one));

  const aloneMs: number[] = [];
  const begun = performance.now();
  do aloneMs.push(await taken(verify));
  while (performance.now() - begun < milliseconds);

  // The threads that are still to start do so before the clock.
  await together(verify);
  let verified = 0;
  const spent = await taken(async () => {
    const end = performance.now() + milliseconds;
    await together(async () => {
      do {
        await verify();
        verified += 1;
      } while (performance.now() < end);
    });
  });
  return { processors, aloneMs, perSecond: (verified * 1000) / spent };
};

const taken = async (task: () => Promise<void>): Promise<number> => {
  const begun = performance.now();
  await task();
  return performance.now() - begun;
};
