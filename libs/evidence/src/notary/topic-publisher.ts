import type { Kafka, Producer } from 'kafkajs';
import { checkpointsTopic } from '#kafka';
import { parseCheckpoint } from '../checkpoint/checkpoint.js';
import { parseNote } from '../note/note.js';
import { CheckpointContradicted, CheckpointPublisher, type Publication } from './checkpoint-publisher.js';
import { TopicReader } from './topic-reader.js';

/** So many of the last records are known: far more than several notaries have on their way at a time. */
const KNOWN = 1000;

/**
 * Checkpoints in a topic of one partition that keeps everything: key the log's name, value the signed note as it is. At least
 * once; an auditor reads it without us.
 */
export class TopicPublisher extends CheckpointPublisher {
  override readonly place = 'topic';
  readonly #standing = new Map<number, string>();
  readonly #reader: TopicReader;
  #producer: Producer | undefined;

  /** `origin` is the name of the log; what stands there for others is nothing to us. */
  constructor(
    private readonly kafka: Kafka,
    principal: string,
    private readonly origin: string,
  ) {
    super();
    this.#reader = new TopicReader({
      kafka,
      principal,
      last: KNOWN,
      take: (...record) => this.#take(...record),
    });
  }

  override async publish({ size, note }: Publication): Promise<void> {
    await this.#reader.reached();
    const standing = this.#standing.get(size);
    if (standing === note) return;
    if (standing !== undefined) throw new CheckpointContradicted(size);
    try {
      // Idempotent: what is sent again on the way is not stored twice, and nothing overtakes it.
      this.#producer ??= this.kafka.producer({ idempotent: true, allowAutoTopicCreation: false });
      await this.#producer.connect();
      const messages = [{ key: this.origin, value: note }];
      await this.#producer.send({ topic: checkpointsTopic, acks: -1, messages });
    } catch (error) {
      await this.#letGo();
      throw error;
    }
  }

  override async latest(): Promise<Publication | undefined> {
    await this.#reader.reached();
    const size = Math.max(...this.#standing.keys());
    const note = this.#standing.get(size);
    return note === undefined ? undefined : { size, note };
  }

  override async close(): Promise<void> {
    await this.#reader.stop();
    await this.#letGo();
  }

  async #letGo(): Promise<void> {
    const producer = this.#producer;
    this.#producer = undefined;
    await producer?.disconnect().catch(() => undefined);
  }

  #take(origin: string, note: string): void {
    const size = parseCheckpoint(parseNote(note)?.text ?? '')?.size;
    if (origin !== this.origin || size === undefined || this.#standing.has(size)) return;
    this.#standing.set(size, note);
    const [oldest] = this.#standing.keys();
    if (this.#standing.size > KNOWN) this.#standing.delete(oldest!);
  }
}
