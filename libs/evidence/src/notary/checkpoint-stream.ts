import { type EventStore, type RecordedEvent, WrongExpectedRevision } from '#event-store';
import { eventHash, eventId, inCanonicalOrder } from '#aggregate-store';
import { CHECKPOINT_STREAM, type LogCheckpointSigned } from '../checkpoint/checkpoint.events.js';
import type { Publication } from './checkpoint-publisher.js';

/** A checkpoint to record: the root in base64, when, ISO 8601. */
export type SignedTree = Publication & Readonly<{ root: string; at: string }>;

/** A checkpoint of a store, and the event it stands in. */
export type RecordedCheckpoint = Publication & Readonly<{ event: RecordedEvent }>;

const PAGE = 100;

const recorded = (event: RecordedEvent): RecordedCheckpoint => {
  const { size, note } = event.data as LogCheckpointSigned['data'];
  return { size, note, event };
};

/** The checkpoints inside the store. */
export class CheckpointStream {
  constructor(private readonly store: EventStore) {}

  async last(): Promise<RecordedCheckpoint | undefined> {
    const [event] = await this.store.read(CHECKPOINT_STREAM, { direction: 'backwards', limit: 1 });
    return event && recorded(event);
  }

  /** A page of checkpoints, the oldest first, beginning with a revision. */
  async from(revision: number): Promise<readonly RecordedCheckpoint[]> {
    return (await this.store.read(CHECKPOINT_STREAM, { from: revision, limit: PAGE })).map(recorded);
  }

  /** The revision of the first checkpoint over more than `size` events, whether it is recorded already or will be next. */
  async firstBeyond(size: number): Promise<number> {
    for (let from: number | undefined; ;) {
      const page = await this.store.read(CHECKPOINT_STREAM, {
        direction: 'backwards',
        limit: PAGE,
        ...(from !== undefined && { from }),
      });
      const within = page.find((event) => recorded(event).size <= size);
      if (within !== undefined) return within.revision + 1;
      const earliest = page.at(-1)?.revision ?? 0;
      if (earliest === 0) return 0;
      from = earliest - 1;
    }
  }

  /** Records a checkpoint after `last`. False when somebody else recorded one meanwhile; nothing is then recorded. */
  async append({ size, root, note, at }: SignedTree, last: RecordedCheckpoint | undefined): Promise<boolean> {
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
