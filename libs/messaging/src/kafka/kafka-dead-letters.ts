import type { Admin, IHeaders, Kafka, KafkaMessage, Producer } from 'kafkajs';
import type { Topic } from '#contracts';
import { SteadyConsumer, deadLettersTopic, isDeadLetters, retryTopic } from '#kafka';
import { ServiceUnavailable } from '#service-bus';
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { type DeadLetter, DeadLetters } from '../dead-letters.js';
import { fromRecord, toCloudEvent } from './cloud-event.js';

/** How long a count may be old, in milliseconds: health is asked for often. */
const COUNT_FOR_MS = 1000;
const PATIENCE_MS = 20_000;

type Parked = Readonly<{ letters: string; partition: number; message: KafkaMessage }>;

/** Parked messages in topics of their own, one for each topic and group, until somebody has them tried again. */
export class KafkaDeadLetters extends DeadLetters {
  private readonly watched = new Set<string>();
  private producer: Promise<Producer> | undefined;
  private counted: Readonly<{ at: number; count: Promise<number> }> | undefined;

  constructor(
    private readonly kafka: Kafka,
    private readonly service: string,
  ) {
    super();
  }

  /** From now on the dead letters of this group count. Those of every group do where none is named. */
  watch(group: string, topics: readonly Topic[]): void {
    for (const topic of topics) this.watched.add(deadLettersTopic(topic, group));
  }

  async park({ group, message, error }: DeadLetter): Promise<void> {
    const value = Buffer.from(JSON.stringify(toCloudEvent(message)));
    await this.parkRecord(group, message.topic, { key: Buffer.from(message.key), value }, error);
  }

  /** Parks a record as it stands. Rejects with ServiceUnavailable while the broker is away. */
  async parkRecord(
    group: string,
    topic: Topic,
    { key, value }: Pick<KafkaMessage, 'key' | 'value'>,
    error: string,
  ): Promise<void> {
    const headers = { topic, group, error, at: new Date().toISOString() };
    await this.send(deadLettersTopic(topic, group), [{ key, value, headers }]);
    this.counted = undefined;
  }

  async list(): Promise<readonly DeadLetter[]> {
    return (await this.parked()).flatMap(({ message }) => letterOf(message) ?? []);
  }

  async count(): Promise<number> {
    if (this.counted === undefined || performance.now() - this.counted.at > COUNT_FOR_MS) {
      const count = this.asking((admin) => this.remaining(admin)).then((ends) =>
        ends.reduce((sum, { low, high }) => sum + Number(BigInt(high) - BigInt(low)), 0),
      );
      count.catch(() => undefined);
      this.counted = { at: performance.now(), count };
    }
    return this.counted.count;
  }

  async replay(): Promise<number> {
    const parked = await this.parked();
    for (const { message } of parked) {
      const { key, value, headers } = message;
      await this.send(retryTopic(text(headers, 'group')), [
        { key, value, headers: { topic: text(headers, 'topic') } },
      ]);
    }
    // Only now, so that a replay cut short loses none; one that comes twice is known by its id.
    await this.asking(async (admin) => {
      for (const { letters, partition, message } of parked) {
        const offset = String(BigInt(message.offset) + 1n);
        // It also makes the client look up who leads the partition.
        await admin.fetchTopicOffsets(letters);
        await admin.deleteTopicRecords({ topic: letters, partitions: [{ partition, offset }] });
      }
    });
    this.counted = undefined;
    return parked.length;
  }

  async stop(): Promise<void> {
    await (await this.producer?.catch(() => undefined))?.disconnect();
  }

  private async remaining(admin: Admin) {
    const standing = await admin.listTopics();
    const topics = standing.filter(
      (topic) => isDeadLetters(topic) && (this.watched.size === 0 || this.watched.has(topic)),
    );
    const ends = await Promise.all(
      topics.map(async (topic) => (await admin.fetchTopicOffsets(topic)).map((end) => ({ topic, ...end }))),
    );
    return ends.flat().filter(({ low, high }) => low !== high);
  }

  /** Everything parked now, oldest first in each topic. */
  private async parked(): Promise<readonly Parked[]> {
    const ends = await this.asking((admin) => this.remaining(admin));
    if (ends.length === 0) return [];
    const parked: Parked[] = [];
    const open = new Map(ends.map(({ topic, partition, high }) => [`${topic}/${partition}`, BigInt(high)]));
    const consumer = new SteadyConsumer(this.kafka, {
      consumer: () => ({ groupId: `${this.service}.dead-letters.${randomUUID()}` }),
      topics: [...new Set(ends.map(({ topic }) => topic))],
      fromBeginning: true,
      run: {
        eachMessage: async ({ topic, partition, message }) => {
          const place = `${topic}/${partition}`;
          const high = open.get(place);
          if (high === undefined) return;
          parked.push({ letters: topic, partition, message });
          if (BigInt(message.offset) + 1n >= high) open.delete(place);
        },
      },
    });
    const until = performance.now() + PATIENCE_MS;
    try {
      while (open.size > 0) {
        if (performance.now() > until) throw new ServiceUnavailable('the dead letters cannot be read');
        await pause(10);
      }
    } finally {
      await consumer.stop();
    }
    return parked;
  }

  private async send(
    topic: string,
    messages: { key: Buffer | null; value: Buffer | null; headers: IHeaders }[],
  ): Promise<void> {
    try {
      if (this.producer === undefined) this.producer = this.connected();
      await (await this.producer).send({ topic, acks: -1, messages });
    } catch (error) {
      this.producer = undefined;
      throw new ServiceUnavailable(`${topic}: ${String(error)}`);
    }
  }

  private async connected(): Promise<Producer> {
    const producer = this.kafka.producer({ idempotent: true, allowAutoTopicCreation: false });
    await producer.connect();
    return producer;
  }

  private async asking<Answer>(question: (admin: Admin) => Promise<Answer>): Promise<Answer> {
    const admin = this.kafka.admin();
    try {
      await admin.connect();
      return await question(admin);
    } finally {
      await admin.disconnect();
    }
  }
}

const text = (headers: IHeaders | undefined, name: string) => headers?.[name]?.toString() ?? '';

/** What is known of a parked record, even where it is no message at all. */
const letterOf = (record: KafkaMessage): DeadLetter => {
  const { headers } = record;
  const topic = text(headers, 'topic') as Topic;
  const [group, error, at] = [text(headers, 'group'), text(headers, 'error'), text(headers, 'at')];
  try {
    return { group, error, at, message: fromRecord(topic, record) };
  } catch {
    const unreadable = { id: '', topic, key: record.key?.toString() ?? '', at, position: -1 };
    return { group, error, at, message: { ...unreadable, body: { type: 'unreadable' } as never } };
  }
};
