import type { LeafLog } from '../leaf-log/leaf-log.js';
import { leafHash } from '../leaf/leaf-hash.js';
import type { Leaf } from '../leaf/leaf.js';
import type { Hash } from '../merkle/hash.js';
import { inclusionProof } from '../merkle/inclusion-proof.js';
import { sha256Tree } from '../merkle/sha256-tree.js';
import type { TreeHead } from '../merkle/verify-consistency.js';
import { verifyInclusion } from '../merkle/verify-inclusion.js';

/** Where an event stands under a signed tree, and the hashes that show it to anybody (RFC 9162 section 2.1.3). */
export type ProvedInclusion = Readonly<{
  holds: boolean;
  index: number;
  leaf: Leaf;
  leafHash: Hash;
  proof: readonly Hash[];
}>;

/** Undefined when no leaf under this tree stands at that position. */
export const proveInclusion = (
  leaves: LeafLog,
  position: number,
  { size, root }: TreeHead,
): ProvedInclusion | undefined => {
  const index = leaves.indexAt(position);
  const leaf = index === undefined ? undefined : leaves.leaf(index);
  if (index === undefined || leaf === undefined || index >= size || size > leaves.size) return undefined;
  const proof = inclusionProof(leaves.subtrees(), index, size);
  const hash = leafHash(leaf);
  const holds = verifyInclusion(sha256Tree, { leaf: hash, index, size, root }, proof);
  return { holds, index, leaf, leafHash: hash, proof };
};
