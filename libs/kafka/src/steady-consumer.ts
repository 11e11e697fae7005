import { setTimeout as pause } from 'node:timers/promises';
import type { Consumer, ConsumerConfig, ConsumerRunConfig, Kafka } from 'kafkajs';
import { Handled, type HandledUpTo } from './handled.js';

/** What a consumer consumes, and how. */
export type Consumption = Readonly<{
  /** Made anew for each try: a group of one member takes another name, and need not wait for its former self to be forgotten. */
  consumer(): ConsumerConfig;
  topics: readonly string[];
  /** Where to begin in a partition the group knows nothing of; otherwise with the next message. */
  fromBeginning: boolean;
  /** The group is told that we are there for as long as a batch is in hand, and how far we are by `handled` alone. */
  run: Omit<ConsumerRunConfig, `autoCommit${string}`>;
  /** Told of the partitions that are this member's from now on. */
  onAssigned?(assignment: Readonly<Record<string, readonly number[]>>): void;
  /** Told that this member has no partition any more, until `onAssigned` comes. */
  onRevoked?(): void;
  /** Told that a read was answered: from now on nothing is missed. */
  onFetched?(): void;
}>;

/** How long a read waits for something to come; the broker answers at once when it does. */
const LONGEST_WAIT_MS = 500;

/** A member that was not heard of for so long has left: the others of its group take over what was its. */
const SESSION_MS = 6000;
const HEARTBEAT_MS = 1000;

/**
 * How long the group may not know how far we are. kafkajs would tell it after every batch: for messages that come one by one
 * that is a request for each.
 */
const TELL_MS = 1000;

/** Milliseconds before a consumer that ended is made anew. */
const AGAIN_AFTER = 500;

/** A member whose group has not answered for so long takes itself for one that has left, a little before the group does. */
const LEASE_MS = SESSION_MS - HEARTBEAT_MS;

/**
 * A consumer that stays: kafkajs gives up for good after an error it takes for lasting, and when the broker is away at the
 * start; this one is made anew until it is stopped. So is one that reads on although its group does not count it in: when a
 * request to join fails in a way that passes, as while the coordinator loads its groups, kafkajs 2.2.4 goes back to reading
 * instead of asking again, with what was assigned to it before and, where it had been forgotten, without a heartbeat ever after.
 */
export class SteadyConsumer {
  private readonly ending = new AbortController();
  private consumer: Consumer | undefined;
  private assignment: Readonly<Record<string, readonly number[]>> | undefined;
  private giveUp: () => void = () => undefined;
  private lease: NodeJS.Timeout | undefined;
  private readonly done = new Handled();
  private telling: NodeJS.Timeout | undefined;
  private readonly running: Promise<void>;

  constructor(
    private readonly kafka: Kafka,
    private readonly consumption: Consumption,
  ) {
    this.running = this.run();
  }

  /** Whether it is a member of its group now. */
  isAssigned(): boolean {
    return this.assignment !== undefined;
  }

  /** The consumer of the moment, to commit or seek with. Throws when there is none. */
  get current(): Consumer {
    if (this.consumer === undefined) throw new Error('no consumer is connected');
    return this.consumer;
  }

  /** What is before this offset of the partition is done with: the group learns it within a second, and before others take over. */
  handled(upTo: HandledUpTo): void {
    // A batch may be in hand for longer than its partition is ours: whoever has it now says how far it is.
    if (!this.assignment?.[upTo.topic]?.includes(upTo.partition)) return;
    this.done.note(upTo);
    this.tellSoon();
  }

  /** Ends it; resolves when no handler runs any more and the group knows. */
  async stop(): Promise<void> {
    this.ending.abort();
    this.giveUp();
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
    const consumer = this.kafka.consumer({
      allowAutoTopicCreation: false,
      maxWaitTimeInMs: LONGEST_WAIT_MS,
      sessionTimeout: SESSION_MS,
      rebalanceTimeout: SESSION_MS,
      heartbeatInterval: HEARTBEAT_MS,
      ...consumption.consumer(),
      // Whoever fails is made anew here, and nowhere else.
      retry: { initialRetryTime: 50, maxRetryTime: 500, retries: 4, restartOnFailure: async () => false },
    });
    this.consumer = consumer;
    const { events } = consumer;
    const ended = new Promise<void>((resolve) => {
      consumer.on(events.CRASH, () => {
        this.revoked();
        resolve();
      });
      this.giveUp = resolve;
      if (this.ending.signal.aborted) resolve();
    });
    consumer.on(events.REQUEST, ({ payload: { apiName, sentAt } }) => {
      // One that its group has forgotten asks to join again without a word of it.
      if (apiName === 'JoinGroup') this.revoked();
      if (apiName === 'SyncGroup' || apiName === 'Heartbeat') this.heard(sentAt);
    });
    consumer.on(events.GROUP_JOIN, ({ payload }) => {
      this.assignment = payload.memberAssignment;
      consumption.onAssigned?.(payload.memberAssignment);
    });
    consumer.on(events.REBALANCING, () => {
      // On its way before the request to join: whoever is given the partition goes on from there.
      void this.tell();
      this.revoked();
    });
    consumer.on(events.FETCH_START, () => {
      if (!this.isAssigned()) this.giveUp();
    });
    consumer.on(events.DISCONNECT, () => this.revoked());
    if (consumption.onFetched)
      consumer.on(events.FETCH, () => this.isAssigned() && consumption.onFetched?.());
    try {
      await consumer.connect();
      await consumer.subscribe({ topics: [...consumption.topics], fromBeginning: consumption.fromBeginning });
      await consumer.run(beating(consumption.run));
      await ended;
      await this.tell();
    } finally {
      this.consumer = undefined;
      await consumer.disconnect().catch(() => undefined);
    }
  }

  private tellSoon(): void {
    this.telling ??= setTimeout(() => void this.tell(), TELL_MS).unref();
  }

  /** Tells the group how far we are; what it could not be told is tried again. */
  private async tell(): Promise<void> {
    clearTimeout(this.telling);
    this.telling = undefined;
    const offsets = this.done.untold();
    if (offsets.length === 0) return;
    try {
      await this.current.commitOffsets([...offsets]);
      this.done.told(offsets);
    } catch {
      if (this.done.untold().length > 0) this.tellSoon();
    }
  }

  /** Its group has answered what was sent then. */
  private heard(sentAt: number): void {
    clearTimeout(this.lease);
    this.lease = setTimeout(() => this.revoked(), sentAt + LEASE_MS - Date.now()).unref();
  }

  private revoked(): void {
    clearTimeout(this.lease);
    // What others may have by now is theirs to tell of.
    this.done.forget();
    if (!this.isAssigned()) return;
    this.assignment = undefined;
    this.consumption.onRevoked?.();
  }
}

/** kafkajs says nothing to the group while a batch is handled, and a batch may take longer than a session. */
const beating = (run: Consumption['run']): ConsumerRunConfig => {
  const { eachBatch } = run;
  if (eachBatch === undefined) return { ...run, autoCommit: false };
  return {
    ...run,
    autoCommit: false,
    eachBatch: async (batch) => {
      const beats = setInterval(() => batch.heartbeat().catch(() => undefined), HEARTBEAT_MS);
      await eachBatch(batch).finally(() => clearInterval(beats));
    },
  };
};
