import { setTimeout as pause } from 'node:timers/promises';
import kafkajs, { type Kafka, type Message as KafkaRecord, type Producer } from 'kafkajs';
import type { Message, Topic } from '#contracts';
import type { EventStore, RecordedEvent, Subscription } from '#event-store';
import { SteadyConsumer, progressTopic } from '#kafka';
import { tracedIn } from '../heard-in-span.js';
import type { Publish } from '../message-feed.js';
import { CONTENT_TYPE, toCloudEvent } from './cloud-event.js';
import type { RelayProgress, Told } from './relay-progress.js';

/** The most events sent at a time. */
const PAGE = 1000;

/**
 * Milliseconds from one round to the next: what happens meanwhile is told together, and whoever listens is woken once. What
 * happens after a quiet moment is told at once.
 */
const ROUND_MS = 50;

/** Milliseconds between looks at a log in which nothing that is told happens. */
const IDLE_MS = 250;

const AGAIN_AFTER_MS = 200;

type Options = Readonly<{
  kafka: Kafka;
  store: EventStore;
  service: string;
  publish: Publish;
  /** The topics this service tells on; no other relay may feed them. */
  topics: readonly Topic[];
  progress: RelayProgress;
}>;

/**
 * Feeds a service's topics from the event store. Of several replicas one does it: the one that holds the only partition of the
 * progress topic in the group `<service>.relay`. It sends one batch after the other and says how far it is only after the broker
 * has everything: nothing is skipped, each key keeps its order, and what may come twice carries the same position.
 */
export class Relay {
  private readonly consumer: SteadyConsumer;
  private term: AbortController | undefined;
  private leading: Promise<void> = Promise.resolve();
  private position = -1;
  private reason: string | null = null;

  constructor(private readonly options: Options) {
    this.consumer = new SteadyConsumer(options.kafka, {
      consumer: () => ({ groupId: `${options.service}.relay`, heartbeatInterval: 500 }),
      topics: [progressTopic],
      fromBeginning: false,
      run: { eachBatch: async () => undefined },
      onAssigned: (assignment) => {
        // It is here for the partition, not for what stands in it.
        this.consumer.current.pause([{ topic: progressTopic }]);
        if ((assignment[progressTopic] ?? []).length > 0) this.takeOver();
        else this.stepDown();
      },
      onRevoked: () => this.stepDown(),
    });
  }

  /** Whether this replica is the one that feeds. */
  isActive(): boolean {
    return this.term !== undefined;
  }

  /** Why it cannot feed; null when nothing stands in its way. */
  trouble(): string | null {
    return this.reason;
  }

  /** Position up to which this replica has fed the topics; -1 before it began. */
  fedUpTo(): number {
    return this.position;
  }

  /** Position up to which the topics were fed, by whichever replica; -1 while that is unknown. */
  toldUpTo(): number {
    const { progress, service } = this.options;
    return Math.max(this.position, progress.of(service)?.position ?? -1);
  }

  async stop(): Promise<void> {
    this.stepDown();
    await this.leading;
    await this.consumer.stop();
  }

  private takeOver(): void {
    if (this.term !== undefined) return;
    const term = new AbortController();
    this.term = term;
    this.leading = this.leading.then(() => this.lead(term.signal));
  }

  private stepDown(): void {
    this.term?.abort();
    this.term = undefined;
  }

  /** From where the last one was, again and again, until the term ends. */
  private async lead(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const producer = this.options.kafka.producer({
        // One request at a time, without gaps: a batch that is sent again cannot overtake another.
        idempotent: true,
        maxInFlightRequests: 1,
        allowAutoTopicCreation: false,
      });
      try {
        await producer.connect();
        await this.feed(producer, signal);
      } catch {
        await pause(AGAIN_AFTER_MS, undefined, { signal }).catch(() => undefined);
      } finally {
        await producer.disconnect().catch(() => undefined);
      }
    }
  }

  private async feed(producer: Producer, signal: AbortSignal): Promise<void> {
    const { store, progress, service } = this.options;
    const partitionOf = await this.partitioner();
    await progress.read(signal);
    const last: Record<string, Record<string, number>> = {};
    for (const topic of this.options.topics) last[topic] = { ...progress.of(service)?.last[topic] };
    let said = progress.of(service)?.position ?? -2;
    // Told of more than there is: another store, or a restored one. Positions that come again would be taken for repetitions.
    this.reason =
      said > (await store.head())
        ? 'the topics know of more than the event store: empty them, see the guide to production'
        : null;
    if (this.reason !== null) throw new Error(this.reason);
    const queue = new Queue(store, said);
    try {
      while (!signal.aborted) {
        const events = await queue.next(signal);
        const position = queue.position(events);
        const records = new Map<Topic, KafkaRecord[]>(this.options.topics.map((topic) => [topic, []]));
        for (const event of events) {
          for (const message of this.options.publish(event)) {
            const partition = partitionOf(message.topic, message.key);
            records.get(message.topic)?.push(recordOf(message, partition, event));
            last[message.topic]![partition] = message.position;
          }
        }
        const topicMessages = [...records].map(([topic, messages]) => ({ topic, messages }));
        const told = topicMessages.filter(({ messages }) => messages.length > 0);
        if (told.length > 0) await producer.sendBatch({ acks: -1, topicMessages: told });
        if (position === said) continue;
        await this.say(producer, { position, last });
        said = position;
        this.position = position;
      }
    } finally {
      await queue.stop();
    }
  }

  private async say(producer: Producer, told: Told): Promise<void> {
    const message = { key: this.options.service, value: JSON.stringify(told) };
    await producer.send({ topic: progressTopic, acks: -1, messages: [message] });
  }

  /** Which partition a key belongs to: the same as any client of Kafka would choose. */
  private async partitioner(): Promise<(topic: Topic, key: string) => number> {
    const admin = this.options.kafka.admin();
    try {
      await admin.connect();
      const found = await admin.fetchTopicMetadata({ topics: [...this.options.topics] });
      const metadata = new Map(found.topics.map(({ name, partitions }) => [name, partitions]));
      const choose = kafkajs.Partitioners.DefaultPartitioner();
      return (topic, key) =>
        choose({ topic, partitionMetadata: metadata.get(topic) ?? [], message: { key, value: null } });
    } finally {
      await admin.disconnect();
    }
  }
}

const recordOf = (message: Message, partition: number, event: RecordedEvent): KafkaRecord => ({
  key: message.key,
  value: JSON.stringify(toCloudEvent(message)),
  partition,
  timestamp: String(Date.parse(message.at)),
  headers: { 'content-type': CONTENT_TYPE, ...tracedIn(event) },
});

/** The events of the log that have not been sent yet, as they come; at most a page waits. */
class Queue {
  private events: RecordedEvent[] = [];
  private wanted = { count: 0, found: (): void => undefined };
  private restsUntil = 0;
  private room: () => void = () => undefined;
  private readonly subscription: Subscription;

  constructor(
    store: EventStore,
    private reached: number,
  ) {
    this.subscription = store.subscribe({
      after: Math.max(reached, -1),
      handle: async (event) => {
        this.events.push(event);
        if (this.events.length >= this.wanted.count) this.wanted.found();
        if (this.events.length >= PAGE) await new Promise<void>((resolve) => (this.room = resolve));
      },
    });
  }

  /** What came since the last round, or nothing after a while. */
  async next(signal: AbortSignal): Promise<readonly RecordedEvent[]> {
    await this.atLeast(PAGE, this.restsUntil - performance.now(), signal);
    await this.atLeast(1, IDLE_MS, signal);
    const events = this.events;
    this.events = [];
    this.room();
    if (events.length > 0) this.restsUntil = performance.now() + ROUND_MS;
    return events;
  }

  /** Resolves once so many events wait, or after so many milliseconds. */
  private async atLeast(count: number, milliseconds: number, signal: AbortSignal): Promise<void> {
    if (this.events.length >= count || milliseconds <= 0) return;
    const enough = new AbortController();
    this.wanted = { count, found: () => enough.abort() };
    await pause(milliseconds, undefined, { signal: AbortSignal.any([signal, enough.signal]) }).catch(
      () => undefined,
    );
  }

  /** How far the log is done with once these are sent: gaps at its end, left by what was deleted, included. */
  position(events: readonly RecordedEvent[]): number {
    const last = events.at(-1)?.position;
    if (last !== undefined) this.reached = Math.max(last, -1);
    else if (this.events.length === 0) this.reached = Math.max(this.reached, this.subscription.position());
    return this.reached;
  }

  async stop(): Promise<void> {
    this.room();
    await this.subscription.stop();
  }
}
