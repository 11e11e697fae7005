import { exponentOf } from './exponent.js';
import { type Hash, sameHash, type TreeHashing } from './hash.js';

/** The size and root of a tree at one moment. */
export type TreeHead = Readonly<{ size: number; root: Hash }>;

const half = (value: number) => Math.floor(value / 2);

/** Whether the proof shows that the later tree only continues the earlier (RFC 9162 section 2.1.4.2). Exact up to 2^53 leaves. */
export const verifyConsistency = (
  hashing: TreeHashing,
  earlier: TreeHead,
  later: TreeHead,
  proof: readonly Hash[],
): boolean => {
  if (earlier.size > later.size) return false;
  if (earlier.size === later.size) return proof.length === 0 && sameHash(earlier.root, later.root);
  if (earlier.size === 0) return proof.length === 0 && sameHash(earlier.root, hashing.empty);
  // A complete earlier tree is a subtree of the later one: its root is known and left out of the proof.
  const isComplete = exponentOf(earlier.size) !== undefined;
  const [first, ...rest] = isComplete ? [earlier.root, ...proof] : proof;
  if (first === undefined) return false;
  let at = earlier.size - 1;
  let last = later.size - 1;
  while (at % 2 === 1) [at, last] = [half(at), half(last)];
  let [before, after] = [first, first];
  for (const hash of rest) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      before = hashing.node(hash, before);
      after = hashing.node(hash, after);
      while (at % 2 === 0 && at !== 0) [at, last] = [half(at), half(last)];
    } else {
      after = hashing.node(after, hash);
    }
    [at, last] = [half(at), half(last)];
  }
  return last === 0 && sameHash(before, earlier.root) && sameHash(after, later.root);
};
