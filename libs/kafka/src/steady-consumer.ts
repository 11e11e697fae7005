import { setTimeout as pause } from 'node:timers/promises';
import type { Consumer, ConsumerConfig, ConsumerRunConfig, Kafka } from 'kafkajs';

/** What a consumer consumes, and how. */
export type Consumption = Readonly<{
  consumer: ConsumerConfig;
  topics: readonly string[];
  /** Where to begin in a partition the group knows nothing of; otherwise with the next message. */
  fromBeginning: boolean;
  run: ConsumerRunConfig;
  /** Told of the partitions that are this member's from now on. */
  onAssigned?(assignment: Readonly<Record<string, readonly number[]>>): void;
  /** Told that this member has no partition any more, until `onAssigned` comes. */
  onRevoked?(): void;
  /** Told that a read was answered: from now on nothing is missed. */
  onFetched?(): void;
}>;

/** Milliseconds before a consumer that ended is made anew. */
const AGAIN_AFTER = 500;

/**
 * A consumer that stays: kafkajs gives up for good after an error it takes for lasting, and when the broker is away at the
 * start; this one is made anew until it is stopped.
 */
export class SteadyConsumer {
  private readonly ending = new AbortController();
  private consumer: Consumer | undefined;
  private assigned = false;
  private readonly running: Promise<void>;

  constructor(
    private readonly kafka: Kafka,
    private readonly consumption: Consumption,
  ) {
    this.running = this.run();
  }

  /** Whether it is a member of its group now. */
  isAssigned(): boolean {
    return this.assigned;
  }

  /** The consumer of the moment, to commit or seek with. Throws when there is none. */
  get current(): Consumer {
    if (this.consumer === undefined) throw new Error('no consumer is connected');
    return this.consumer;
  }

  /** Ends it; resolves when no handler runs any more and the group knows. */
  async stop(): Promise<void> {
    this.ending.abort();
    await this.running;
  }

  private async run(): Promise<void> {
    while (!this.ending.signal.aborted) {
      await this.live().catch(() => undefined);
      this.revoked();
      await pause(AGAIN_AFTER, undefined, { signal: this.ending.signal }).catch(() => undefined);
    }
  }

  /** The life of one consumer: resolves once it has ended for good, or was stopped. */
  private async live(): Promise<void> {
    const { consumption } = this;
    const consumer = this.kafka.consumer(consumption.consumer);
    this.consumer = consumer;
    const { events } = consumer;
    const ended = new Promise<void>((resolve) => {
      consumer.on(events.CRASH, ({ payload }) => {
        this.revoked();
        if (!payload.restart) resolve();
      });
      if (this.ending.signal.aborted) resolve();
      this.ending.signal.addEventListener('abort', () => resolve(), { once: true });
    });
    consumer.on(events.GROUP_JOIN, ({ payload }) => {
      this.assigned = true;
      consumption.onAssigned?.(payload.memberAssignment);
    });
    consumer.on(events.REBALANCING, () => this.revoked());
    consumer.on(events.DISCONNECT, () => this.revoked());
    if (consumption.onFetched) consumer.on(events.FETCH, () => this.assigned && consumption.onFetched?.());
    try {
      await consumer.connect();
      await consumer.subscribe({ topics: [...consumption.topics], fromBeginning: consumption.fromBeginning });
      await consumer.run(consumption.run);
      await ended;
    } finally {
      this.consumer = undefined;
      await consumer.disconnect().catch(() => undefined);
    }
  }

  private revoked(): void {
    if (!this.assigned) return;
    this.assigned = false;
    this.consumption.onRevoked?.();
  }
}
