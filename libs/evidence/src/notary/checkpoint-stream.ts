import { type EventStore, type RecordedEvent, WrongExpectedRevision } from '#event-store';
import { eventHash, eventId, inCanonicalOrder } from '#aggregate-store';
import { CHECKPOINT_STREAM, type LogCheckpointSigned } from '../checkpoint/checkpoint.events.js';
import type { Publication } from './checkpoint-publisher.js';

/** A checkpoint to record: the root in base64, when, ISO 8601. */
export type SignedTree = Publication & Readonly<{ root: string; at: string }>;

/** A checkpoint of a store, and the event it stands in. */
export type RecordedCheckpoint = Publication & Readonly<{ event: RecordedEvent }>;

/** The log a note says it is of; nothing of it is verified. */
export const originOf = (note: string): string => note.split('\n', 1)[0] ?? '';

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

  /** The last one that says it is of this log. After a second log was begun on the same store, others may stand behind it. */
  lastOf(origin: string): Promise<RecordedCheckpoint | undefined> {
    return this.#latest(({ note }) => originOf(note) === origin);
  }

  /** The revision of the first checkpoint of this log over more than `size` events, whether it is recorded already or will be next. */
  async firstBeyond(size: number, origin: string): Promise<number> {
    const within = await this.#latest((each) => originOf(each.note) === origin && each.size <= size);
    return within === undefined ? 0 : within.event.revision + 1;
  }

  async #latest(
    wanted: (checkpoint: RecordedCheckpoint) => boolean,
  ): Promise<RecordedCheckpoint | undefined> {
    for (let from: number | undefined; ;) {
      const page = await this.store.read(CHECKPOINT_STREAM, {
        direction: 'backwards',
        limit: PAGE,
        ...(from !== undefined && { from }),
      });
      const found = page.map(recorded).find(wanted);
      const earliest = page.at(-1)?.revision ?? 0;
      if (found !== undefined || earliest === 0) return found;
      from = earliest - 1;
    }
  }

  /** Records a checkpoint after `last`. False when somebody else recorded one meanwhile; nothing is then recorded. */
  async append({ size, root, note, at }: SignedTree, last: RecordedCheckpoint | undefined): Promise<boolean> {
    const commandId = `checkpoint ${originOf(note)} ${size}`;
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
