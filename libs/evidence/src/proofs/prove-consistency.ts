import type { LeafLog } from '../leaf-log/leaf-log.js';
import { consistencyProof } from '../merkle/consistency-proof.js';
import type { Hash } from '../merkle/hash.js';
import { sha256Tree } from '../merkle/sha256-tree.js';
import { type TreeHead, verifyConsistency } from '../merkle/verify-consistency.js';

/** Whether a later signed tree only continues an earlier one, and the hashes that show it to anybody (RFC 9162 section 2.1.4). */
export const proveConsistency = (
  leaves: LeafLog,
  earlier: TreeHead,
  later: TreeHead,
): Readonly<{ holds: boolean; proof: readonly Hash[] }> => {
  const isMissing = later.size > leaves.size || earlier.size > later.size;
  const proof =
    isMissing || earlier.size === 0 || earlier.size === later.size
      ? []
      : consistencyProof(leaves.subtrees(), earlier.size, later.size);
  return { holds: !isMissing && verifyConsistency(sha256Tree, earlier, later, proof), proof };
};
