import { BaseRpcContext, type CustomTransportStrategy, Server } from '@nestjs/microservices';
import type { EachBatchPayload, Kafka, KafkaMessage } from 'kafkajs';
import { lastValueFrom } from 'rxjs';
import { Sender, SteadyConsumer, repliesTopic, requestsTopic } from '#kafka';
import { answeredInSpan } from '../answered-in-span.js';
import type { BusCipher } from './bus-cipher.js';
import { InFlight } from './in-flight.js';
import { type Outcome, type RequestHead, packReply, unpackRequest } from './parcel.js';

/** A request this old is nobody's any more: whoever asked was told after five seconds that there is no answer. */
const STALE_AFTER_MS = 10_000;

/** The most requests answered at a time; what comes then waits in Kafka. */
const MOST_AT_A_TIME = 256;

type Options = Readonly<{ kafka: Kafka; cipher: BusCipher; service: string }>;

/**
 * Nest's transport for a service that others reach through Kafka. Its replicas share the partitions of its requests topic;
 * each answers many requests at a time, so that a slow one delays no other. What a killed replica had read and not answered is
 * lost, and asked again: repeating is safe.
 */
export class KafkaServer extends Server implements CustomTransportStrategy {
  private readonly sender: Sender;
  private readonly inFlight = new InFlight(MOST_AT_A_TIME);
  private consumer: SteadyConsumer | undefined;

  constructor(private readonly options: Options) {
    super();
    this.sender = new Sender(options.kafka);
  }

  listen(callback: () => void): void {
    const { kafka, service } = this.options;
    this.consumer = new SteadyConsumer(kafka, {
      consumer: () => ({ groupId: `${service}.requests` }),
      topics: [requestsTopic(service)],
      fromBeginning: true,
      run: {
        partitionsConsumedConcurrently: 4,
        eachBatchAutoResolve: false,
        eachBatch: (batch) => this.take(batch),
      },
    });
    callback();
  }

  /** Whether requests reach this replica now. */
  isListening(): boolean {
    return this.consumer?.isAssigned() ?? false;
  }

  async close(): Promise<void> {
    await this.consumer?.stop();
    await this.inFlight.drained();
    await this.sender.stop();
  }

  on(): never {
    throw new Error('the consumer of this transport looks after itself');
  }

  unwrap<Client>(): Client {
    return this.options.kafka as Client;
  }

  private async take({ batch, resolveOffset, heartbeat, isRunning }: EachBatchPayload): Promise<void> {
    const { topic, partition } = batch;
    for (const message of batch.messages) {
      if (!isRunning()) return;
      await this.inFlight.start(() => this.answer(message));
      resolveOffset(message.offset);
      this.consumer?.handled({ topic, partition, offset: String(BigInt(message.offset) + 1n) });
      await heartbeat();
    }
  }

  private async answer({ headers, value }: KafkaMessage): Promise<void> {
    const request = unpackRequest(this.options.cipher, headers, value);
    if (request === null) {
      this.logger.warn('a request that none of us wrote was left unanswered');
      return;
    }
    if (Date.now() - request.head.sentAt > STALE_AFTER_MS) return;
    const { value: reply, headers: replyHeaders } = packReply(
      this.options.cipher,
      request.head.id,
      await this.outcome(request.head, request.data, headers?.['traceparent']?.toString()),
    );
    await this.sender
      .send(repliesTopic, { partition: request.head.replyTo, value: reply, headers: replyHeaders })
      .catch(() => this.logger.warn(`a reply to ${request.head.pattern} could not be sent`));
  }

  private async outcome({ pattern }: RequestHead, data: unknown, parent?: string): Promise<Outcome> {
    const handler = this.getHandlerByPattern(pattern);
    if (handler === null) return { error: { status: 'error', message: `nobody answers ${pattern}` } };
    try {
      const response = await answeredInSpan(pattern, parent, async () =>
        lastValueFrom(this.transformToObservable(await handler(data, new BaseRpcContext([])))),
      );
      return { response };
    } catch (error) {
      return { error };
    }
  }
}
