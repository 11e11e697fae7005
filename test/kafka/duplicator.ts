import { randomUUID } from 'node:crypto';
import type { Consumer, Kafka, Message, Producer } from 'kafkajs';

type Copy = Readonly<{ topic: string; message: Message }>;

/** Late copies are kept back so long. */
const LATE_MS = 1000;

/**
 * Sends every record of some topics a second time, as a network or a producer that retries would: as soon as it is seen, or,
 * where an order is given, a second's worth of them later in that order.
 */
export class Duplicator {
  private constructor(
    private readonly consumer: Consumer,
    private readonly producer: Producer,
    private readonly counts: { copies: number },
    private readonly later: NodeJS.Timeout | undefined,
  ) {}

  static async start(
    kafka: Kafka,
    topics: readonly string[],
    inOrder?: (copies: readonly Copy[]) => readonly Copy[],
  ): Promise<Duplicator> {
    const consumer = kafka.consumer({ groupId: `duplicator-${randomUUID()}`, maxWaitTimeInMs: 100 });
    const producer = kafka.producer();
    const counts = { copies: 0 };
    await Promise.all([consumer.connect(), producer.connect()]);
    await consumer.subscribe({ topics: [...topics], fromBeginning: false });
    let kept: Copy[] = [];
    const send = async (copies: readonly Copy[]) => {
      for (const { topic, message } of copies) await producer.send({ topic, messages: [message] });
      counts.copies += copies.length;
    };
    const later =
      inOrder &&
      setInterval(() => {
        const copies = inOrder(kept);
        kept = [];
        send(copies).catch(() => undefined);
      }, LATE_MS);
    const fetching = new Promise((resolve) => consumer.on(consumer.events.FETCH, resolve));
    await consumer.run({
      autoCommit: false,
      eachMessage: async ({ topic, partition, message: { key, value, headers, timestamp } }) => {
        if (headers?.['copy'] !== undefined) return;
        const message = { key, value, timestamp, partition, headers: { ...headers, copy: 'yes' } };
        if (inOrder) kept.push({ topic, message });
        else await send([{ topic, message }]);
      },
    });
    await fetching;
    return new Duplicator(consumer, producer, counts, later);
  }

  get copies(): number {
    return this.counts.copies;
  }

  async stop(): Promise<void> {
    clearInterval(this.later);
    await Promise.all([this.consumer.disconnect(), this.producer.disconnect()]);
  }
}
