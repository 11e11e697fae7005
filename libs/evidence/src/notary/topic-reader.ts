import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Kafka } from 'kafkajs';
import { SteadyConsumer, checkpointsTopic } from '#kafka';

/** How long the topic is waited for before it counts as away, in milliseconds. */
const PATIENCE_MS = 20_000;
const PARTITION = 0;

export type TopicReading = Readonly<{
  kafka: Kafka;
  /** Who reads; its consumer groups begin with this name (EVT-07). */
  principal: string;
  /** How many of the last records are read first; Infinity for all. */
  last: number;
  /** Told of every note and the log it stands for, as they stand in the topic. */
  take(origin: string, note: string): void;
}>;

/** Follows the topic of checkpoints, alone in a group of its own. */
export class TopicReader {
  readonly #ending = new AbortController();
  readonly #consumer: SteadyConsumer;
  readonly #kafka: Kafka;
  /** The offset of the record that comes next. */
  #next = 0n;

  constructor({ kafka, principal, last, take }: TopicReading) {
    this.#kafka = kafka;
    this.#consumer = new SteadyConsumer(kafka, {
      consumer: () => ({ groupId: `${principal}.checkpoints.${randomUUID()}` }),
      topics: [checkpointsTopic],
      fromBeginning: true,
      onAssigned: () => {
        if (last === Infinity) return;
        // Where the broker does not say, everything is read: slower, and as good.
        this.#ends().then(({ low, high }) => {
          const from = high - BigInt(last);
          const offset = String(from > low ? from : low);
          this.#consumer.current.seek({ topic: checkpointsTopic, partition: PARTITION, offset });
        }, ignored);
      },
      run: {
        eachMessage: async ({ message: { key, value, offset } }) => {
          take(key?.toString() ?? '', value?.toString() ?? '');
          const after = BigInt(offset) + 1n;
          if (after > this.#next) this.#next = after;
        },
      },
    });
  }

  /** Resolves once everything that stood there when asked was told. Rejects while the brokers are away. */
  async reached(): Promise<void> {
    const { low, high } = await this.#ends();
    const until = performance.now() + PATIENCE_MS;
    while (low < high && this.#next < high) {
      if (performance.now() > until) throw new Error(`${checkpointsTopic} cannot be read`);
      await pause(10, undefined, { signal: this.#ending.signal });
    }
  }

  async stop(): Promise<void> {
    this.#ending.abort();
    await this.#consumer.stop();
  }

  async #ends(): Promise<Readonly<{ low: bigint; high: bigint }>> {
    const admin = this.#kafka.admin();
    try {
      await admin.connect();
      const [partition] = await admin.fetchTopicOffsets(checkpointsTopic);
      return { low: BigInt(partition?.low ?? 0), high: BigInt(partition?.high ?? 0) };
    } finally {
      await admin.disconnect();
    }
  }
}

const ignored = () => undefined;
