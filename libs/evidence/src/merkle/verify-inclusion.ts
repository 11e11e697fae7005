import { type Hash, sameHash, type TreeHashing } from './hash.js';

/** What an inclusion proof claims: this leaf stands at `index` of the `size` leaves under `root`. */
export type Inclusion = Readonly<{ leaf: Hash; index: number; size: number; root: Hash }>;

const half = (value: number) => Math.floor(value / 2);

/** Whether the proof holds (RFC 9162 section 2.1.3.2). Exact up to 2^53 leaves. */
export const verifyInclusion = (
  hashing: TreeHashing,
  { leaf, index, size, root }: Inclusion,
  proof: readonly Hash[],
): boolean => {
  if (!Number.isSafeInteger(index) || index < 0 || index >= size) return false;
  let at = index;
  let last = size - 1;
  let hash = leaf;
  for (const sibling of proof) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      hash = hashing.node(sibling, hash);
      while (at % 2 === 0 && at !== 0) [at, last] = [half(at), half(last)];
    } else {
      hash = hashing.node(hash, sibling);
    }
    [at, last] = [half(at), half(last)];
  }
  return last === 0 && sameHash(hash, root);
};
