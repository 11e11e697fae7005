import { hash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { LeafLog } from '../leaf-log/leaf-log.js';
import type { Leaf } from '../leaf/leaf.js';
import type { TreeHead } from '../merkle/verify-consistency.js';
import { type GroupRoots, rootsHere, rootsInAThread } from './group-roots.js';
import { LeafTree } from './leaf-tree.js';

const categories = ['session', 'user', 'data-key', 'zoé "x"'];
const leaf = (index: number): Leaf => ({
  position: index * 3,
  category: categories[index % categories.length]!,
  at: index % 5 === 0 ? null : 1_700_000_000_000 + index,
  eventHash: hash('sha256', `event ${index}`),
});

const log = LeafLog.open(':memory:');
const heads: TreeHead[] = [];
for (const size of [1, 256, 300, 1000, 20_000, 40_001]) {
  log.append(Array.from({ length: size - log.size }, (_, index) => leaf(log.size + index)));
  heads.push({ size, root: log.root() });
}

const compared = async (make: (categories: readonly string[]) => GroupRoots, wanted: readonly TreeHead[]) => {
  const roots = make(log.categories);
  try {
    const tree = new LeafTree(roots, log.categories, wanted);
    for (const records of log.records(log.size)) {
      tree.take(records);
      await tree.room();
    }
    return await tree.end();
  } finally {
    roots.end();
  }
};

describe.each([
  ['in this thread', rootsHere],
  ['in a thread of its own', rootsInAThread],
])('the tree over the leaves of a file, hashed %s', (_, make) => {
  it('agrees with every head that was signed, within a group and at the end of one', async () => {
    expect(await compared(make, heads)).toEqual({ signed: 40_001, wrong: undefined });
    expect(await compared(make, [heads[4]!])).toEqual({ signed: 20_000, wrong: undefined });
  });

  it.each([0, 1, 2, 4, 5])('names the first head it contradicts, here the one at %i', async (at) => {
    const forged = heads.map((head, index) =>
      index < at ? head : { size: head.size, root: Buffer.alloc(32, 1) },
    );
    expect(await compared(make, forged)).toEqual({ signed: forged[at - 1]?.size ?? 0, wrong: forged[at] });
  });
});
