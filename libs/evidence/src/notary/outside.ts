import { openCheckpoint } from '../checkpoint/open-checkpoint.js';
import type { NoteKey } from '../note/note-key.js';
import type { CheckpointPublisher, Publication } from './checkpoint-publisher.js';
import { type CheckpointStream, originOf } from './checkpoint-stream.js';

/** A checkpoint of this log was recorded that another key signed: it is given to nobody. */
export class ForeignCheckpoint extends Error {
  override readonly name = 'ForeignCheckpoint';
}

/**
 * One place outside, brought up to what is recorded: every checkpoint, in order, at least once, whoever of several notaries
 * signed it and however long the place was away.
 */
export class Outside {
  /** The first revision not known to stand there; undefined until the place was asked. */
  #next: number | undefined;
  #waiting = 0;
  #isBehind = true;
  #work: Promise<void> | undefined;

  constructor(
    private readonly publisher: CheckpointPublisher,
    private readonly stream: CheckpointStream,
    private readonly key: NoteKey,
  ) {}

  get place(): CheckpointPublisher['place'] {
    return this.publisher.place;
  }

  /** Checkpoints that are recorded and not there yet, as far as is known. */
  get waiting(): number {
    return this.#waiting;
  }

  get isBusy(): boolean {
    return this.#work !== undefined;
  }

  latest(): Promise<Publication | undefined> {
    return this.publisher.latest();
  }

  /** A checkpoint was recorded. */
  recorded(): void {
    this.#isBehind = true;
  }

  /** Resolves when everything recorded until now stands there. Rejects with what the place said, CheckpointContradicted or ForeignCheckpoint. */
  async caughtUp(): Promise<void> {
    while (this.#isBehind || this.#work !== undefined) {
      const work = this.#work ?? this.#catchUp().finally(() => (this.#work = undefined));
      this.#work = work;
      await work;
    }
  }

  async #catchUp(): Promise<void> {
    this.#isBehind = false;
    try {
      const last = (await this.stream.last())?.event.revision ?? -1;
      this.#next ??= await this.#begin();
      while (this.#next <= last) {
        for (const { size, note, event } of await this.stream.from(this.#next)) {
          this.#waiting = last + 1 - event.revision;
          await this.#publish({ size, note });
          this.#next = event.revision + 1;
        }
      }
      this.#waiting = 0;
    } catch (error) {
      this.#isBehind = true;
      // A place that has never answered lacks who knows how many.
      this.#waiting = Math.max(1, this.#waiting);
      throw error;
    }
  }

  async #publish({ size, note }: Publication): Promise<void> {
    // Of the log that was before this one on the same store.
    if (originOf(note) !== this.key.name) return;
    if (openCheckpoint(note, this.key) === undefined) throw new ForeignCheckpoint(`of ${size} events`);
    await this.publisher.publish({ size, note });
  }

  async #begin(): Promise<number> {
    const latest = await this.publisher.latest();
    return latest === undefined ? 0 : this.stream.firstBeyond(latest.size, this.key.name);
  }
}
