import { exponentOf } from './exponent.js';
import type { Hash, TreeHashing } from './hash.js';

/** Where the hashes of a tree come from: the root of the 2^level leaves from `index * 2^level` on, all of which exist. */
export type Subtrees = Readonly<{ hashing: TreeHashing; complete(level: number, index: number): Hash }>;

/** The largest power of two smaller than `size`: where RFC 6962 cuts a tree in two. */
export const cut = (size: number): number => {
  let left = 1;
  while (left * 2 < size) left *= 2;
  return left;
};

/** Root of the leaves `from` (included) to `to` (not included), a part that RFC 6962 cuts out of a tree. */
export const rangeRoot = (subtrees: Subtrees, from: number, to: number): Hash => {
  const size = to - from;
  if (size === 0) return subtrees.hashing.empty;
  const level = exponentOf(size);
  if (level !== undefined) return subtrees.complete(level, from / size);
  const middle = from + cut(size);
  return subtrees.hashing.node(rangeRoot(subtrees, from, middle), rangeRoot(subtrees, middle, to));
};
