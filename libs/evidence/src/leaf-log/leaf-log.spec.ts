import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hash } from 'node:crypto';
import { afterAll, describe, expect, it } from '@jest/globals';
import { leafHash } from '../leaf/leaf-hash.js';
import type { Leaf } from '../leaf/leaf.js';
import { consistencyProof } from '../merkle/consistency-proof.js';
import { GrowingTree } from '../merkle/growing-tree.js';
import { inclusionProof } from '../merkle/inclusion-proof.js';
import { sha256Tree } from '../merkle/sha256-tree.js';
import { verifyConsistency } from '../merkle/verify-consistency.js';
import { verifyInclusion } from '../merkle/verify-inclusion.js';
import { LeafLog } from './leaf-log.js';

const folder = mkdtempSync(join(tmpdir(), 'trousseau-leaves-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const someLeaves = (count: number, from = 0): Leaf[] =>
  Array.from({ length: count }, (_, offset) => {
    const number = from + offset;
    return {
      position: number * 3 + 1,
      category: ['user', 'session', 'data-key'][number % 3]!,
      at: number % 3 === 2 ? null : 1_790_000_000_000 + number,
      eventHash: hash('sha256', `event ${number}`),
    };
  });

const rootOf = (leaves: readonly Leaf[]) => {
  const tree = new GrowingTree(sha256Tree);
  for (const leaf of leaves) tree.append(leafHash(leaf));
  return Buffer.from(tree.root());
};

describe('the leaf log', () => {
  it('gives back every leaf as it was, over several groups', () => {
    const log = LeafLog.open(':memory:');
    log.append(someLeaves(600));
    expect([...log.leaves()]).toEqual(someLeaves(600));
    expect([...log.leaves(300)]).toEqual(someLeaves(300, 300));
    expect(log.leaf(599)).toEqual(someLeaves(1, 599)[0]);
    expect(log.leaf(600)).toBeUndefined();
    expect(log.lastPosition).toBe(599 * 3 + 1);
  });

  it.each([0, 1, 255, 256, 257, 511, 512, 513, 1000])(
    'has the root of %i leaves, open and opened again',
    (size) => {
      const file = join(folder, `size-${size}.db`);
      const log = LeafLog.open(file);
      for (let at = 0; at < size; at += 100) log.append(someLeaves(Math.min(100, size - at), at));
      const root = rootOf(someLeaves(size));
      expect(Buffer.from(log.root())).toEqual(root);
      log.close();
      const again = LeafLog.open(file);
      expect(again.size).toBe(size);
      expect(Buffer.from(again.root())).toEqual(root);
      again.append(someLeaves(10, size));
      expect(Buffer.from(again.root())).toEqual(rootOf(someLeaves(size + 10)));
      expect(Buffer.from(again.rootAt(size))).toEqual(root);
      again.close();
    },
  );

  it('records a leaf once, however often it is offered and by whom', () => {
    const file = join(folder, 'shared.db');
    const [one, other] = [LeafLog.open(file), LeafLog.open(file)];
    one.append(someLeaves(300));
    other.append(someLeaves(400));
    one.append(someLeaves(450));
    other.refresh();
    expect([one.size, other.size]).toEqual([450, 450]);
    expect(Buffer.from(one.root())).toEqual(rootOf(someLeaves(450)));
    expect(Buffer.from(other.root())).toEqual(rootOf(someLeaves(450)));
    one.close();
    other.close();
  });

  it('finds leaves by the position and by the hash of their event', () => {
    const log = LeafLog.open(':memory:');
    log.append(someLeaves(600));
    expect(log.indexAt(257 * 3 + 1)).toBe(257);
    expect(log.indexAt(257 * 3 + 2)).toBeUndefined();
    expect(log.indexAt(0)).toBeUndefined();
    expect(log.indexOf(hash('sha256', 'event 517'))).toBe(517);
    expect(log.indexOf(hash('sha256', 'event 600'))).toBeUndefined();
  });

  it('proves inclusion and consistency of everything in it', () => {
    const log = LeafLog.open(':memory:');
    const leaves = someLeaves(700);
    log.append(leaves);
    const subtrees = log.subtrees();
    for (const size of [1, 255, 256, 300, 512, 700]) {
      const root = log.rootAt(size);
      for (const index of [0, 1, 254, 255, 256, 299, 511, 699].filter((at) => at < size)) {
        const claim = { leaf: leafHash(leaves[index]!), index, size, root };
        expect(verifyInclusion(sha256Tree, claim, inclusionProof(subtrees, index, size))).toBe(true);
      }
      const proof = consistencyProof(subtrees, size, 700);
      expect(verifyConsistency(sha256Tree, { size, root }, { size: 700, root: log.root() }, proof)).toBe(
        true,
      );
    }
  });

  it('can be read by its owner alone', () => {
    const file = join(folder, 'private.db');
    LeafLog.open(file).close();
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });
});
