import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Kafka } from 'kafkajs';
import type { EndedSessions } from './ended-sessions.js';
import { cloudEvent } from './told.js';

const TOPICS = ['identity.session.v1', 'identity.credential.v1'];
/** What a token that is still good could have been ended by. */
const LOOK_BACK_MS = 6 * 60 * 1000;

/** `isCaughtUp`: everything was heard that had been told when we began. Until then no token may be trusted. */
export type Following = Readonly<{ isCaughtUp(): boolean; stop(): Promise<void> }>;

/**
 * Hears of ended sessions. Every replica reads every message, in a group of its own, and begins six minutes back: what it has to
 * know fits in memory, so it commits nothing and needs no database.
 */
export const followTopics = async (kafka: Kafka, ended: EndedSessions): Promise<Following> => {
  const places = await patiently(() => startingPlaces(kafka));
  const missing = new Map(
    places
      .filter(({ from, end }) => from < end)
      .map(({ topic, partition, end }) => [`${topic} ${partition}`, end]),
  );
  const next = new Map(places.map((place) => [`${place.topic} ${place.partition}`, place]));

  const consumer = kafka.consumer({ groupId: `planning.${randomUUID()}` });
  // At every join, the first as well as one after the broker was away: nothing is committed, so the group knows no place.
  consumer.on(consumer.events.GROUP_JOIN, () => {
    for (const { topic, partition, from } of next.values())
      consumer.seek({ topic, partition, offset: String(from) });
  });
  await consumer.connect();
  await consumer.subscribe({ topics: TOPICS, fromBeginning: false });
  await consumer.run({
    autoCommit: false,
    eachMessage: async ({ topic, partition, message: { offset, value } }) => {
      const read = cloudEvent.safeParse(parsed(value));
      // What we cannot read ends no session we know of; a real service counts it and has somebody look.
      if (read.success) ended.hear(read.data.data, Date.parse(read.data.time));
      const place = `${topic} ${partition}`;
      const from = BigInt(offset) + 1n;
      next.set(place, { topic, partition, end: from, from });
      if (from >= (missing.get(place) ?? 0n)) missing.delete(place);
    },
  });
  return { isCaughtUp: () => missing.size === 0, stop: () => consumer.disconnect() };
};

type Place = Readonly<{ topic: string; partition: number; from: bigint; end: bigint }>;

/** Where each partition stood six minutes ago, and where it ends now. */
const startingPlaces = async (kafka: Kafka): Promise<readonly Place[]> => {
  const since = Date.now() - LOOK_BACK_MS;
  const admin = kafka.admin();
  await admin.connect();
  try {
    const found = TOPICS.map(async (topic) => {
      const ends = new Map(
        (await admin.fetchTopicOffsets(topic)).map((end) => [end.partition, BigInt(end.high)]),
      );
      return (await admin.fetchTopicOffsetsByTimestamp(topic, since)).map(({ partition, offset }) => {
        const end = ends.get(partition) ?? 0n;
        return { topic, partition, end, from: BigInt(offset) < 0n ? end : BigInt(offset) };
      });
    });
    return (await Promise.all(found)).flat();
  } finally {
    await admin.disconnect();
  }
};

/** Tries again while the brokers are still choosing who leads a partition. */
const patiently = async <Result>(task: () => Promise<Result>, tries = 20): Promise<Result> => {
  for (let left = tries; ; left -= 1) {
    try {
      return await task();
    } catch (error) {
      if (left === 0) throw error;
      await pause(250);
    }
  }
};

const parsed = (value: Buffer | null): unknown => {
  try {
    return JSON.parse(value?.toString() ?? '');
  } catch {
    return undefined;
  }
};
