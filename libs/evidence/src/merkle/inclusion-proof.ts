import type { Hash } from './hash.js';
import { cut, rangeRoot, type Subtrees } from './subtrees.js';

/**
 * The hashes that lead from leaf `index` to the root of the first `size` leaves (RFC 6962 section 2.1.1), the nearest first.
 * Throws RangeError when the tree has no such leaf.
 */
export const inclusionProof = (subtrees: Subtrees, index: number, size: number): readonly Hash[] => {
  if (index < 0 || index >= size) throw new RangeError(`leaf ${index} is not among ${size}`);
  const path = (from: number, to: number): Hash[] => {
    if (to - from === 1) return [];
    const middle = from + cut(to - from);
    return index < middle
      ? [...path(from, middle), rangeRoot(subtrees, middle, to)]
      : [...path(middle, to), rangeRoot(subtrees, from, middle)];
  };
  return path(0, size);
};
