import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { InMemoryEventStore, type Json, secondsBehind } from '#event-store';

const MINUTE_MS = 60_000;

describe('how far a follower is behind', () => {
  const happened = (metadata: Json) => ({ id: randomUUID(), type: 'Happened', data: {}, metadata });
  const ago = (minutes: number) => ({ at: new Date(Date.now() - minutes * MINUTE_MS).toISOString() });

  it('is the age of the first event that it has not taken in, however far apart positions are', async () => {
    const store = new InMemoryEventStore();
    const first = await store.append('a', [happened(ago(10))], 'none');
    await store.append('b', [happened({}), happened(ago(3)), happened(ago(1))], 'none');
    expect(Math.floor((await secondsBehind(store, -1)) / 60)).toBe(10);
    expect(Math.floor((await secondsBehind(store, first.position)) / 60)).toBe(3);
  });

  it('is nothing at the end of the log, and where nothing says when it happened', async () => {
    const store = new InMemoryEventStore();
    expect(await secondsBehind(store, -1)).toBe(0);
    await store.append('a', [happened({})], 'none');
    expect(await secondsBehind(store, -1)).toBe(0);
    expect(await secondsBehind(store, await store.head())).toBe(0);
  });

  it('is nothing for an event of the future, as a clock may have it', async () => {
    const store = new InMemoryEventStore();
    await store.append('a', [happened(ago(-5))], 'none');
    expect(await secondsBehind(store, -1)).toBe(0);
  });
});
