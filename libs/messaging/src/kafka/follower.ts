import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Admin, EachBatchPayload, Kafka, KafkaMessage } from 'kafkajs';
import type { Topic } from '#contracts';
import { type EventStore, StoreUnavailable } from '#event-store';
import { SteadyConsumer, retryTopic } from '#kafka';
import { Undeliverable, deliver, isPassing } from '../deliver.js';
import type { FollowOptions } from '../message-feed.js';
import { heardInSpan } from '../heard-in-span.js';
import { fromRecord } from './cloud-event.js';
import { GroupPosition } from './group-position.js';
import type { KafkaDeadLetters } from './kafka-dead-letters.js';
import type { LogHead } from './log-head.js';
import type { Place } from './place.js';
import type { RelayProgress } from './relay-progress.js';
import { type Start, groupStarts, startsAfter } from './starts.js';

const AGAIN_AFTER_MS = 1000;
const LONGEST_PAUSE_MS = 2000;

type Options = FollowOptions &
  Readonly<{
    kafka: Kafka;
    store: EventStore;
    progress: RelayProgress;
    deadLetters: KafkaDeadLetters;
    head: LogHead;
  }>;

/** One follower of some topics: handles their messages one by one, parks what fails again and again, waits while the surroundings fail. */
export class Follower {
  private readonly ending = new AbortController();
  private readonly groupPosition: GroupPosition;
  private readonly consumer: SteadyConsumer;
  private readonly retries: string;
  /** Where to begin in the partitions of this assignment; settled anew with each. */
  private ready: Promise<readonly Start[]> | undefined;
  private assigned = false;

  constructor(private readonly options: Options) {
    const { group, shared = false, topics, kafka, progress, after } = options;
    this.retries = retryTopic(group);
    this.groupPosition = new GroupPosition(topics, (topic) => progress.feeding(topic), shared ? -1 : after);
    this.consumer = new SteadyConsumer(kafka, {
      consumer: () => ({ groupId: this.groupId() }),
      topics: [...topics, this.retries],
      fromBeginning: true,
      run: { eachBatchAutoResolve: false, eachBatch: (batch) => this.take(batch) },
      onAssigned: (assignment) => this.begin(placesOf(assignment)),
      onRevoked: () => this.forget(),
    });
  }

  position(): number {
    return this.groupPosition.position();
  }

  isLive(): boolean {
    return this.assigned && this.options.head.isAt(this.position());
  }

  async reached(at: number, timeout: number): Promise<void> {
    const until = performance.now() + timeout;
    while (!(this.assigned && this.position() >= at)) {
      if (performance.now() > until)
        throw new StoreUnavailable(`position ${at} not reached in ${timeout} ms`);
      if (this.ending.signal.aborted) throw new StoreUnavailable('the subscription has ended');
      await pause(5);
    }
  }

  async stop(): Promise<void> {
    this.ending.abort();
    await this.consumer.stop();
  }

  private groupId(): string {
    const { group, shared = false } = this.options;
    return shared ? group : `${group}.${randomUUID()}`;
  }

  /** Finds out where these partitions begin for us, before anything of them is handled. */
  private begin(places: readonly Place[]): void {
    this.assigned = false;
    const ready = this.starts(places);
    this.ready = ready;
    ready.then(
      (starts) => {
        if (this.ready !== ready) return;
        this.groupPosition.assign(starts.filter(({ topic }) => topic !== this.retries));
        if (!this.options.shared)
          for (const { topic, partition, offset } of starts)
            this.consumer.current.seek({ topic, partition, offset });
        this.assigned = true;
      },
      () => undefined,
    );
  }

  private forget(): void {
    this.assigned = false;
    this.ready = undefined;
  }

  private async starts(places: readonly Place[]): Promise<readonly Start[]> {
    const { progress, shared, store, after } = this.options;
    for (;;) {
      try {
        // In this order: what a relay has said it has sent is then below the ends we are about to look up.
        await progress.read(this.ending.signal);
        return await this.asking((admin) =>
          shared
            ? groupStarts(admin, this.options.group, places, progress)
            : startsAfter(admin, store, after, places, progress, this.retries),
        );
      } catch (error) {
        if (this.ending.signal.aborted) throw error;
        await pause(AGAIN_AFTER_MS, undefined, { signal: this.ending.signal });
      }
    }
  }

  private async asking<Answer>(question: (admin: Admin) => Promise<Answer>): Promise<Answer> {
    const admin = this.options.kafka.admin();
    try {
      await admin.connect();
      return await question(admin);
    } finally {
      await admin.disconnect();
    }
  }

  private async take(payload: EachBatchPayload): Promise<void> {
    const { batch, resolveOffset, heartbeat, isRunning, isStale } = payload;
    const { topic, partition } = batch;
    await this.ready;
    for (const message of batch.messages) {
      if (!isRunning() || isStale() || this.ending.signal.aborted) break;
      await this.handle({ topic, partition }, message, heartbeat);
      resolveOffset(message.offset);
      this.tell({ topic, partition }, message);
    }
    await heartbeat();
  }

  private async handle(place: Place, record: KafkaMessage, heartbeat: () => Promise<void>): Promise<void> {
    const isRetry = place.topic === this.retries;
    const topic = (isRetry ? record.headers?.['topic']?.toString() : place.topic) as Topic;
    let message;
    try {
      message = fromRecord(topic, record);
    } catch (error) {
      return this.untilDone(heartbeat, () => this.park(topic, record, String(error)));
    }
    if (!isRetry && this.groupPosition.knows(place, message.position)) return;
    // Not beyond what other partitions still hold.
    const checkpoint = isRetry ? this.position() : this.groupPosition.positionWith(place, message.position);
    await this.untilDone(heartbeat, async () => {
      try {
        const metadata = { traceparent: record.headers?.['traceparent']?.toString() ?? null };
        await heardInSpan(this.options.group, topic, { metadata }, () =>
          deliver(message, checkpoint, this.options.handle),
        );
      } catch (error) {
        if (!(error instanceof Undeliverable)) throw error;
        await this.park(topic, record, error.message);
      }
    });
    if (!isRetry) this.groupPosition.advance(place, message.position);
  }

  private park(topic: Topic, record: KafkaMessage, error: string): Promise<void> {
    return this.options.deadLetters.parkRecord(this.options.group, topic, record, error);
  }

  /** Again and again while it is the surroundings that fail; the partition waits meanwhile, and keeps its place in the group. */
  private async untilDone(heartbeat: () => Promise<void>, work: () => Promise<void>): Promise<void> {
    for (let attempt = 0; ; attempt += 1) {
      try {
        return await work();
      } catch (error) {
        if (!isPassing(error)) throw error;
        await heartbeat();
        const milliseconds = Math.min(50 * 2 ** Math.min(attempt, 10), LONGEST_PAUSE_MS);
        await pause(milliseconds, undefined, { signal: this.ending.signal });
      }
    }
  }

  /** Tells the group where another member would go on. */
  private tell({ topic, partition }: Place, message: KafkaMessage): void {
    if (!this.options.shared) return;
    const metadata = topic === this.retries ? '' : String(this.groupPosition.handledIn({ topic, partition }));
    const offset = String(BigInt(message.offset) + 1n);
    this.consumer.handled({ topic, partition, offset, metadata });
  }
}

const placesOf = (assignment: Readonly<Record<string, readonly number[]>>): readonly Place[] =>
  Object.entries(assignment).flatMap(([topic, partitions]) =>
    partitions.map((partition) => ({ topic, partition })),
  );
