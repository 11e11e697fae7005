import { type EventStore, type RecordedEvent, WrongExpectedRevision } from '#event-store';
import { eventHash, eventId, inCanonicalOrder } from '#aggregate-store';
import { CHECKPOINT_STREAM, type LogCheckpointSigned } from '../checkpoint/checkpoint.events.js';
import type { Publication } from './checkpoint-publisher.js';

/** A checkpoint to record: the root in base64, when, ISO 8601. */
export type SignedTree = Publication & Readonly<{ root: string; at: string }>;

/** The last checkpoint of a store, and the event it stands in. */
export type LastCheckpoint = Publication & Readonly<{ event: RecordedEvent }>;

/** The checkpoints inside the store. */
export class CheckpointStream {
  constructor(private readonly store: EventStore) {}

  async last(): Promise<LastCheckpoint | undefined> {
    const [event] = await this.store.read(CHECKPOINT_STREAM, { direction: 'backwards', limit: 1 });
    if (event === undefined) return undefined;
    const { size, note } = event.data as LogCheckpointSigned['data'];
    return { size, note, event };
  }

  /** Records a checkpoint after `last`. False when somebody else recorded one meanwhile; nothing is then recorded. */
  async append({ size, root, note, at }: SignedTree, last: LastCheckpoint | undefined): Promise<boolean> {
    const commandId = `checkpoint ${note.split('\n', 1)[0]} ${size}`;
    const previous = last === undefined ? null : eventHash(last.event);
    const event = {
      id: eventId(commandId, CHECKPOINT_STREAM, 0),
      type: 'LogCheckpointSigned',
      data: inCanonicalOrder({ size, root, note } satisfies LogCheckpointSigned['data']),
      metadata: inCanonicalOrder({ commandId, at, channel: 'system', previous }),
    };
    try {
      await this.store.append(CHECKPOINT_STREAM, [event], last?.event.revision ?? 'none');
      return true;
    } catch (error) {
      if (error instanceof WrongExpectedRevision) return false;
      throw error;
    }
  }
}
