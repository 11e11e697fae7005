import type { Admin } from 'kafkajs';
import type { EventStore } from '#event-store';
import type { Place } from './place.js';
import type { RelayProgress } from './relay-progress.js';

/** Where a follower begins in a partition, and the position up to which it is done with it. */
export type Start = Place & Readonly<{ offset: string; handled: number }>;

type Ends = Readonly<{ low: bigint; high: bigint }>;

/** Clocks of the services may differ by so much; what is read twice because of it is told by its position. */
const SLACK_MS = 10 * 60_000;
/** How many events are looked at to find one that says when it happened. */
const LOOK_BACK = 200;

const endsOf = async (admin: Admin, topic: string): Promise<ReadonlyMap<number, Ends>> =>
  new Map(
    (await admin.fetchTopicOffsets(topic)).map(({ partition, low, high }) => [
      partition,
      { low: BigInt(low), high: BigInt(high) },
    ]),
  );

const later = (one: bigint, other: bigint) => (one > other ? one : other);

/** With nothing left to read, the partition is done with as far as its relay has said. */
const startAt = (place: Place, offset: bigint, ends: Ends, known: number, progress: RelayProgress): Start => {
  const from = later(offset, ends.low);
  const last = progress.feeding(place.topic)?.last[place.topic]?.[place.partition] ?? -1;
  return { ...place, offset: String(from), handled: from >= ends.high ? Math.max(known, last) : known };
};

const inTopics = async (
  places: readonly Place[],
  start: (topic: string, of: readonly Place[]) => Promise<readonly Start[]>,
): Promise<readonly Start[]> => {
  const named = [...new Set(places.map(({ topic }) => topic))];
  const starts = await Promise.all(
    named.map((topic) =>
      start(
        topic,
        places.filter((place) => place.topic === topic),
      ),
    ),
  );
  return starts.flat();
};

/** Where a group goes on: with each commit it has left the position it had reached. */
export const groupStarts = (
  admin: Admin,
  groupId: string,
  places: readonly Place[],
  progress: RelayProgress,
): Promise<readonly Start[]> =>
  inTopics(places, async (topic, of) => {
    const [committed] = await admin.fetchOffsets({ groupId, topics: [topic] });
    const ends = await endsOf(admin, topic);
    return of.map((place) => {
      const found = committed?.partitions.find(({ partition }) => partition === place.partition);
      const offset = BigInt(found?.offset ?? -1);
      const known = found?.metadata ? Number(found.metadata) : -1;
      return startAt(place, offset, ends.get(place.partition) ?? { low: 0n, high: 0n }, known, progress);
    });
  });

/** Where a follower with a memory of its own begins: with the messages that happened about when the event at `after` did. */
export const startsAfter = async (
  admin: Admin,
  store: EventStore,
  after: number,
  places: readonly Place[],
  progress: RelayProgress,
  retries: string,
): Promise<readonly Start[]> => {
  const since = await timeOf(store, after);
  return inTopics(places, async (topic, of) => {
    const ends = await endsOf(admin, topic);
    const found =
      since === null || topic === retries
        ? []
        : await admin.fetchTopicOffsetsByTimestamp(topic, since - SLACK_MS);
    return of.map((place) => {
      const end = ends.get(place.partition) ?? { low: 0n, high: 0n };
      const offset = found.find(({ partition }) => partition === place.partition)?.offset ?? String(end.low);
      // What is to be tried again from now on; earlier retries were another start's.
      return startAt(place, topic === retries ? end.high : BigInt(offset), end, after, progress);
    });
  });
};

/** When the event at a position happened, or one shortly before it; null when that cannot be told, and at the beginning. */
const timeOf = async (store: EventStore, position: number): Promise<number | null> => {
  if (position < 0) return null;
  const page = await store.readAll(Math.max(-1, position - LOOK_BACK), LOOK_BACK);
  const before = page.findLast(
    (event) => event.position <= position && typeof event.metadata['at'] === 'string',
  );
  return before === undefined ? null : Date.parse(String(before.metadata['at']));
};
