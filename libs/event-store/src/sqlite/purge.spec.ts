import { afterAll, describe, expect, it } from '@jest/globals';
import { newEvents } from '../testing/new-event.js';
import { scratchFolder } from '../testing/scratch-folder.js';
import { SqliteEventStore } from './sqlite-event-store.js';

const folder = scratchFolder();
const HOUR = 3_600_000;
const kept: Readonly<Record<string, { maxAge?: number; maxCount?: number }>> = {
  day: { maxAge: 24 * 3600 },
  week: { maxAge: 7 * 24 * 3600 },
  two: { maxCount: 2 },
};

/** A store whose clock a spec moves, and which says how many events' retention was asked for. */
const storeAt = (name: string) => {
  let now = 0;
  let asked = 0;
  const store = SqliteEventStore.open({
    file: folder.file(name),
    clock: () => now,
    retention: (stream) => {
      asked += 1;
      return kept[stream.split('-')[0]!];
    },
  });
  /** What a purge took out, and how many events it looked at. */
  const purge = async () => {
    asked = 0;
    return { removed: await store.purgeExpired(), asked };
  };
  const record = async (streams: readonly string[], events = 1) => {
    await Promise.all(streams.map((stream) => store.append(stream, newEvents(events), 'any')));
  };
  return { store, purge, record, pass: (hours: number) => void (now += hours * HOUR) };
};
const many = (kind: string, count: number) => Array.from({ length: count }, (_, index) => `${kind}-${index}`);

describe('the purge of what has expired (GDP-01)', () => {
  afterAll(folder.remove);

  it('looks at what came since and at what is due, however many streams there are', async () => {
    const { store, purge, record, pass } = storeAt('work.db');
    await record([...many('always', 900), ...many('day', 300), ...many('week', 300), ...many('two', 50)]);
    expect(await purge()).toEqual({ removed: 0, asked: 1550 });
    expect(await purge()).toEqual({ removed: 0, asked: 0 });
    pass(1);
    await record([...many('later', 7), ...many('day', 3)]);
    expect(await purge()).toEqual({ removed: 0, asked: 10 });
    // From the first of a day on all that was recorded before is due to be looked at, once.
    pass(23);
    expect(await purge()).toEqual({ removed: 300, asked: 650 });
    expect(await purge()).toEqual({ removed: 0, asked: 0 });
    pass(1);
    expect(await purge()).toEqual({ removed: 3, asked: 10 });
    pass(7 * 24);
    expect(await purge()).toEqual({ removed: 300, asked: 357 });
    expect(await purge()).toEqual({ removed: 0, asked: 0 });
    await store.close();
  });

  it('takes out what was crowded out, also where it was much at once', async () => {
    const { store, purge, record } = storeAt('crowded.db');
    await record(many('two', 3), 700);
    await record(many('always', 3), 700);
    expect((await purge()).removed).toBe(3 * 698);
    await record(['two-1'], 2);
    expect(await purge()).toEqual({ removed: 2, asked: 2 });
    expect((await store.read('two-1')).map(({ revision }) => revision)).toEqual([700, 701]);
    await store.close();
  });

  it('finds what expired while nobody purged, from the start of the next process on', async () => {
    const first = storeAt('restarted.db');
    await first.record([...many('day', 5), ...many('always', 5), ...many('day', 8)]);
    await first.purge();
    await first.store.close();
    const { store, purge, pass } = storeAt('restarted.db');
    pass(24);
    expect((await purge()).removed).toBe(13);
    await store.close();
  });

  it('ends when its store closes, and takes out the rest another time', async () => {
    const { store, purge, record, pass } = storeAt('closing.db');
    await record(many('day', 3000));
    pass(24);
    const purging = purge();
    await store.close();
    const { removed } = await purging;
    expect(removed).toBeLessThan(3000);
    const again = storeAt('closing.db');
    again.pass(24);
    expect((await again.purge()).removed).toBe(3000 - removed);
    await again.store.close();
  });
});
