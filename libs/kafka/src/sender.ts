import type { Kafka, Message, Producer } from 'kafkajs';

type Waiting = Readonly<{ topic: string; message: Message; done(): void; failed(error: unknown): void }>;

/**
 * Sends single messages. What comes while a send is under way leaves together in the next one, so that a busy process makes
 * few round trips and an idle one does not wait.
 */
export class Sender {
  private readonly producer: Producer;
  private connected: Promise<void> | undefined;
  private waiting: Waiting[] = [];
  private sending = 0;

  constructor(kafka: Kafka) {
    this.producer = kafka.producer({ allowAutoTopicCreation: false, retry: { retries: 2 } });
  }

  /** Resolves once the broker that leads the partition has the message. */
  send(topic: string, message: Message): Promise<void> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ topic, message, done: resolve, failed: reject });
      this.flush();
    });
  }

  async stop(): Promise<void> {
    await this.producer.disconnect().catch(() => undefined);
  }

  private flush(): void {
    // Two at a time: one may be on its way while the other is written.
    if (this.sending >= 2 || this.waiting.length === 0) return;
    const batch = this.waiting;
    this.waiting = [];
    this.sending += 1;
    this.sendAll(batch)
      .then(
        () => batch.forEach(({ done }) => done()),
        (error: unknown) => batch.forEach(({ failed }) => failed(error)),
      )
      .finally(() => {
        this.sending -= 1;
        this.flush();
      });
  }

  private async sendAll(batch: readonly Waiting[]): Promise<void> {
    await this.connect();
    const byTopic = new Map<string, Message[]>();
    for (const { topic, message } of batch) byTopic.set(topic, [...(byTopic.get(topic) ?? []), message]);
    // The leader's word is enough: a request or a reply that is lost is asked again, and repeating is safe.
    await this.producer.sendBatch({
      acks: 1,
      topicMessages: [...byTopic].map(([topic, messages]) => ({ topic, messages })),
    });
  }

  private connect(): Promise<void> {
    if (this.connected === undefined) {
      this.connected = this.producer.connect().catch((error: unknown) => {
        this.connected = undefined;
        throw error;
      });
    }
    return this.connected;
  }
}
