import { describe, expect, it } from '@jest/globals';
import { LeafLog } from '../leaf-log/leaf-log.js';
import { proveConsistency } from './prove-consistency.js';
import { proveInclusion } from './prove-inclusion.js';

const logOf = (count: number, hash = 'a') => {
  const leaves = LeafLog.open(':memory:');
  leaves.append(
    Array.from({ length: count }, (_, index) => ({
      position: index * 3,
      category: 'user',
      at: index,
      eventHash: hash.repeat(64),
    })),
  );
  return leaves;
};
const headOf = (leaves: LeafLog, size: number) => ({ size, root: leaves.rootAt(size) });

describe('proofs from the leaves', () => {
  it('show that a later tree continues an earlier one (EVT-12)', () => {
    const leaves = logOf(600);
    const proved = proveConsistency(leaves, headOf(leaves, 301), headOf(leaves, 600));
    expect(proved.holds).toBe(true);
    expect(proved.proof.length).toBeGreaterThan(0);
  });

  it('need no hash where nothing was before, or nothing came after', () => {
    const leaves = logOf(5);
    for (const size of [0, 5]) {
      const proved = proveConsistency(leaves, headOf(leaves, size), headOf(leaves, 5));
      expect(proved).toEqual({ holds: true, proof: [] });
    }
  });

  it('show it of no other tree, and of none that is longer than the log', () => {
    const [leaves, other] = [logOf(600), logOf(600, 'b')];
    expect(proveConsistency(leaves, headOf(other, 301), headOf(leaves, 600)).holds).toBe(false);
    expect(proveConsistency(leaves, headOf(leaves, 600), headOf(leaves, 301)).holds).toBe(false);
    expect(proveConsistency(logOf(5), headOf(leaves, 3), headOf(leaves, 600)).holds).toBe(false);
  });

  it('show where one event stands', () => {
    const leaves = logOf(600);
    expect(proveInclusion(leaves, 3 * 257, headOf(leaves, 600))).toMatchObject({ holds: true, index: 257 });
    expect(proveInclusion(leaves, 3 * 257, headOf(logOf(600, 'b'), 600))).toMatchObject({ holds: false });
    expect(proveInclusion(leaves, 1, headOf(leaves, 600))).toBeUndefined();
    expect(proveInclusion(leaves, 3 * 400, headOf(leaves, 301))).toBeUndefined();
    expect(proveInclusion(leaves, 3 * 301, headOf(leaves, 301))).toBeUndefined();
    expect(proveInclusion(logOf(5), 3, headOf(leaves, 301))).toBeUndefined();
  });
});
