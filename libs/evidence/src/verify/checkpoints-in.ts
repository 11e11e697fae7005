import type { EventStore } from '#event-store';
import { CHECKPOINT_STREAM } from '../checkpoint/checkpoint.events.js';
import type { Checkpoint } from '../checkpoint/checkpoint.js';
import { openCheckpoint } from '../checkpoint/open-checkpoint.js';
import { ifReadable } from './readable.js';
import type { NoteKey } from '../note/note-key.js';

const PAGE = 1000;

/** The checkpoints in the store that this key signed, in the order they were recorded. */
export async function* checkpointsIn(
  store: EventStore,
  key: NoteKey,
): AsyncGenerator<Checkpoint & { note: string }, undefined> {
  for (let from = 0; ;) {
    const page = await ifReadable(store, () => store.read(CHECKPOINT_STREAM, { from, limit: PAGE }));
    // Those behind a damaged one help no more; the span that is named is the longer.
    if (page === undefined) return undefined;
    for (const { data } of page) {
      const note = String(data['note']);
      const checkpoint = openCheckpoint(note, key);
      if (checkpoint !== undefined) yield { ...checkpoint, note };
    }
    if (page.length < PAGE) return undefined;
    from = (page.at(-1)?.revision ?? from) + 1;
  }
}
