import { randomInt, randomUUID } from 'node:crypto';
import { ClientProxy, type ReadPacket, type WritePacket } from '@nestjs/microservices';
import type { Kafka } from 'kafkajs';
import { Sender, SteadyConsumer, repliesTopic, requestsTopic } from '#kafka';
import { traceparent } from '#tracing';
import type { BusCipher } from './bus-cipher.js';
import { onePartition } from './one-partition.assigner.js';
import { packRequest, unpackReply } from './parcel.js';

type Options = Readonly<{
  kafka: Kafka;
  cipher: BusCipher;
  /** The service that asks. */
  service: string;
}>;

/** Whose request it is stands before the first dot of its name. */
const answering = (pattern: string) => pattern.split('.', 1)[0] ?? '';

/**
 * Nest's client for services that meet on Kafka. Its replies come on one partition, chosen by chance, that it reads in a group
 * of its own: nobody who comes or goes makes it lose one (see decision 0016).
 */
export class KafkaClient extends ClientProxy {
  private readonly sender: Sender;
  private replies: SteadyConsumer | undefined;
  private listening: Promise<number> | undefined;

  constructor(private readonly options: Options) {
    super();
    this.sender = new Sender(options.kafka);
  }

  /** Resolves once no reply can be missed. */
  async connect(): Promise<number> {
    if (this.listening === undefined) {
      this.listening = this.listen().catch((error: unknown) => {
        this.listening = undefined;
        throw error;
      });
    }
    return this.listening;
  }

  /** Whether replies can come in now. */
  isListening(): boolean {
    return this.replies?.isAssigned() ?? false;
  }

  async close(): Promise<void> {
    await this.replies?.stop();
    await this.sender.stop();
  }

  unwrap<Client>(): Client {
    return this.options.kafka as Client;
  }

  protected publish(packet: ReadPacket, callback: (packet: WritePacket) => void): () => void {
    const id = randomUUID();
    this.routingMap.set(id, callback);
    this.dispatch(id, packet).catch(() => {
      this.routingMap.delete(id);
      callback({ err: { status: 'unavailable' } });
    });
    return () => this.routingMap.delete(id);
  }

  protected dispatchEvent(): Promise<never> {
    throw new Error('integration events go through #messaging');
  }

  private async dispatch(id: string, { pattern, data }: ReadPacket): Promise<void> {
    const current = traceparent();
    const replyTo = await this.connect();
    const head = { pattern: String(pattern), id, replyTo, sentAt: Date.now() };
    const { value, headers } = packRequest(this.options.cipher, head, data);
    await this.sender.send(requestsTopic(answering(head.pattern)), {
      value,
      headers: current === undefined ? headers : { ...headers, traceparent: current },
    });
  }

  private async listen(): Promise<number> {
    const partition = randomInt(await this.partitions());
    await new Promise<void>((resolve) => {
      this.replies = new SteadyConsumer(this.options.kafka, {
        consumer: () => ({
          groupId: `${this.options.service}.replies.${randomUUID()}`,
          partitionAssigners: [onePartition(partition)],
        }),
        topics: [repliesTopic],
        // Older replies were asked for by somebody else.
        fromBeginning: false,
        run: {
          eachMessage: async ({ message }) =>
            this.take(message.headers?.['id']?.toString() ?? '', message.value),
        },
        onFetched: resolve,
      });
    });
    return partition;
  }

  private async partitions(): Promise<number> {
    const admin = this.options.kafka.admin();
    try {
      await admin.connect();
      const { topics } = await admin.fetchTopicMetadata({ topics: [repliesTopic] });
      return topics[0]?.partitions.length ?? 1;
    } finally {
      await admin.disconnect();
    }
  }

  private take(id: string, value: Buffer | null): void {
    const callback = this.routingMap.get(id) as ((packet: WritePacket) => void) | undefined;
    if (callback === undefined) return;
    const outcome = unpackReply(this.options.cipher, id, value);
    if (outcome === null) return;
    this.routingMap.delete(id);
    if (outcome.error !== undefined) callback({ err: outcome.error });
    else callback({ response: outcome.response, isDisposed: true });
  }
}
