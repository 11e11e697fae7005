import type { Hash } from './hash.js';
import { cut, rangeRoot, type Subtrees } from './subtrees.js';

/**
 * The hashes that show that the tree of the first `size` leaves only continues the tree of the first `earlier`
 * (RFC 6962 section 2.1.2). Throws RangeError unless 0 < earlier <= size.
 */
export const consistencyProof = (subtrees: Subtrees, earlier: number, size: number): readonly Hash[] => {
  if (earlier <= 0 || earlier > size)
    throw new RangeError(`${earlier} leaves are not the beginning of ${size}`);
  const path = (from: number, to: number, isEarlierTree: boolean): Hash[] => {
    if (to === earlier) return isEarlierTree ? [] : [rangeRoot(subtrees, from, to)];
    const middle = from + cut(to - from);
    return earlier <= middle
      ? [...path(from, middle, isEarlierTree), rangeRoot(subtrees, middle, to)]
      : [...path(middle, to, false), rangeRoot(subtrees, from, middle)];
  };
  return path(0, size, true);
};
