import type { EventStore } from '#event-store';
import type { LeafLog } from '../leaf-log/leaf-log.js';
import { leafHash } from '../leaf/leaf-hash.js';
import { GrowingTree } from '../merkle/growing-tree.js';
import { type Hash, sameHash } from '../merkle/hash.js';
import { sha256Tree } from '../merkle/sha256-tree.js';
import type { TreeHead } from '../merkle/verify-consistency.js';
import type { NoteKey } from '../note/note-key.js';
import { checkpointsIn } from './checkpoints-in.js';

/** Roots at these sizes, made anew from the leaves themselves; nothing the file says of groups is believed. */
function* rootsAt(leaves: LeafLog, sizes: readonly number[]): Generator<Hash> {
  const tree = new GrowingTree(sha256Tree);
  const all = leaves.leaves();
  for (const size of sizes) {
    while (tree.size < size) {
      const next = all.next();
      if (next.done) return;
      tree.append(leafHash(next.value));
    }
    yield tree.root();
  }
}

/**
 * Between which two sizes the leaves stopped being those that were signed. The checkpoints inside the store count as far
 * as they are signed: the more there are, the closer the answer.
 */
export const narrow = async (
  store: EventStore,
  leaves: LeafLog,
  key: NoteKey,
  wrong: TreeHead,
): Promise<{ from: number; upTo: number }> => {
  const heads: TreeHead[] = [];
  for await (const head of checkpointsIn(store, key)) if (head.size < wrong.size) heads.push(head);
  const inOrder = [...heads.toSorted((one, other) => one.size - other.size), wrong];
  let from = 0;
  let place = 0;
  for (const root of rootsAt(
    leaves,
    inOrder.map(({ size }) => size),
  )) {
    const head = inOrder[place]!;
    if (!sameHash(root, head.root)) return { from, upTo: head.size };
    from = head.size;
    place += 1;
  }
  return { from, upTo: wrong.size };
};
