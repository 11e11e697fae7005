import type { Consumer, Kafka, Producer } from 'kafkajs';

/** Sends every record of some topics a second time as soon as it is seen, as a network or a producer that retries would. */
export class Duplicator {
  private constructor(
    private readonly consumer: Consumer,
    private readonly producer: Producer,
    private readonly counts: { copies: number },
  ) {}

  static async start(kafka: Kafka, topics: readonly string[]): Promise<Duplicator> {
    const consumer = kafka.consumer({ groupId: `duplicator-${topics.join()}`, maxWaitTimeInMs: 100 });
    const producer = kafka.producer();
    const counts = { copies: 0 };
    await Promise.all([consumer.connect(), producer.connect()]);
    await consumer.subscribe({ topics: [...topics], fromBeginning: false });
    const fetching = new Promise((resolve) => consumer.on(consumer.events.FETCH, resolve));
    await consumer.run({
      autoCommit: false,
      eachMessage: async ({ topic, partition, message: { key, value, headers, timestamp } }) => {
        if (headers?.['copy'] !== undefined) return;
        const copy = { key, value, timestamp, partition, headers: { ...headers, copy: 'yes' } };
        await producer.send({ topic, messages: [copy] });
        counts.copies += 1;
      },
    });
    await fetching;
    return new Duplicator(consumer, producer, counts);
  }

  get copies(): number {
    return this.counts.copies;
  }

  async stop(): Promise<void> {
    await Promise.all([this.consumer.disconnect(), this.producer.disconnect()]);
  }
}
