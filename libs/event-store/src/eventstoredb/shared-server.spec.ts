import { afterAll, afterEach, describe, expect, it, jest } from '@jest/globals';
import { EventStoreDBClient, binaryEvent, jsonEvent } from '@eventstore/db-client';
import type { ProtocolServer } from '../../../../tools/eventstore/protocol-server.js';
import { StreamDeleted, WrongExpectedRevision } from '../errors.js';
import type { EventStore, RecordedEvent } from '../event-store.js';
import { newEvent, newEvents } from '../testing/new-event.js';
import { EventStoreDbEventStore } from './eventstoredb-event-store.js';
import { PATIENT } from './testing/on-a-server.js';
import { protocolServers } from './testing/protocol-servers.js';

const servers = protocolServers();
const stores: EventStore[] = [];
const open = async (server: ProtocolServer): Promise<EventStore> => {
  const retention = (stream: string) =>
    stream.startsWith('short') ? { maxAge: 60, maxCount: 9 } : undefined;
  const store = await EventStoreDbEventStore.open({
    url: `${server.url}&defaultDeadline=${PATIENT}`,
    retention,
  });
  stores.push(store);
  return store;
};

jest.setTimeout(PATIENT);

describe('EventStoreDbEventStore beside others on the same server', () => {
  afterEach(async () => {
    await Promise.all(stores.splice(0).map((store) => store.close()));
  });
  afterAll(servers.stop);

  it('refuses an id that another process has appended since it last looked', async () => {
    const server = await servers.start();
    const [ours, theirs] = [await open(server), await open(server)];
    const event = newEvent();
    await ours.append('a', newEvents(1), 'none');
    await theirs.append('a', [event], 0);
    await theirs.append('a', newEvents(1), 1);
    await expect(ours.append('a', newEvents(1), 0)).rejects.toMatchObject({ actual: 2 });
    await expect(ours.append('a', [event], 2)).rejects.toThrow(WrongExpectedRevision);
    expect(await ours.append('a', [event], 0)).toMatchObject({ revision: 1 });
    expect(await ours.read('a')).toHaveLength(3);
  });

  it('answers a repetition of what another process has recorded as that one was answered', async () => {
    const server = await servers.start();
    const [ours, theirs] = [await open(server), await open(server)];
    const events = newEvents(3);
    const answered = await theirs.append('a', events, 'none');
    await theirs.append('b', newEvents(1), 'none');
    expect(await ours.append('a', events, 'none')).toEqual(answered);
    expect(await ours.append('a', events, 'any')).toEqual(answered);
  });

  it('lets "any" wait its turn among several processes, and record once', async () => {
    const server = await servers.start();
    const both = [await open(server), await open(server)];
    const lists = Array.from({ length: 12 }, () => newEvents(2));
    await Promise.all(lists.flatMap((events) => both.map((store) => store.append('a', events, 'any'))));
    expect(await both[0]?.read('a')).toHaveLength(24);
  });

  it('hears of the commits of others, and is live again once they are handled (invariant 3)', async () => {
    const server = await servers.start();
    const [ours, theirs] = [await open(server), await open(server)];
    const handled: RecordedEvent[] = [];
    const subscription = ours.subscribe({ after: -1, handle: (event) => void handled.push(event) });
    for (let round = 0; round < 10; round += 1) {
      const { position } = await theirs.append('a', newEvents(2), 'any');
      await subscription.reached(position, PATIENT);
    }
    expect(handled).toEqual(await theirs.readAll(-1, 100));
    expect(subscription.isLive()).toBe(true);
  });

  it('leaves a stream that another has deleted out of the whole log, before and after the scavenge', async () => {
    const server = await servers.start();
    const [ours, theirs] = [await open(server), await open(server)];
    await ours.append('data-key-1', newEvents(2), 'none');
    await ours.append('b', newEvents(1), 'none');
    await theirs.delete('data-key-1');
    for (const scavenge of [false, true]) {
      if (scavenge) await server.scavenge();
      expect((await ours.readAll(-1, 10)).map(({ stream }) => stream)).toEqual(['b']);
      expect(await ours.read('data-key-1')).toEqual([]);
      await expect(ours.append('data-key-1', newEvents(1), 1)).rejects.toThrow(StreamDeleted);
    }
  });

  it('declares the retention of a stream with its first event, once', async () => {
    const server = await servers.start();
    const store = await open(server);
    await store.append('short-1', newEvents(1), 'none');
    await store.append('short-1', newEvents(1), 0);
    await store.append('long-1', newEvents(1), 'none');
    const client = EventStoreDBClient.connectionString(server.url);
    expect((await client.getStreamMetadata('short-1')).metadata).toEqual({ maxAge: 60, maxCount: 9 });
    expect((await client.getStreamMetadata('long-1')).metadata).toBeUndefined();
    await client.dispose();
  });

  it("passes over the server's own events and those of other programs, however many", async () => {
    const server = await servers.start();
    const client = EventStoreDBClient.connectionString(server.url);
    const noise = (): Promise<unknown> =>
      Promise.all([
        ...Array.from({ length: 150 }, (_, n) => client.setStreamMetadata(`noise-${n}`, { maxCount: 3 })),
        client.appendToStream('other', binaryEvent({ type: 'Picture', data: new Uint8Array([1, 2, 3]) })),
        client.appendToStream('other', jsonEvent({ type: '$theirs', data: {} })),
      ]);
    await noise();
    const store = await open(server);
    expect(await store.head()).toBe(-1);
    const { position } = await store.append('a', newEvents(1), 'none');
    await noise();
    expect(await store.head()).toBe(position);
    const [event] = await store.readAll(-1, 10);
    expect(event).toMatchObject({ stream: 'a', position });
    expect(await store.readAll(position, 10)).toEqual([]);
    const subscription = store.subscribe({ after: -1, handle: () => undefined });
    await subscription.reached(position, PATIENT);
    expect(subscription.isLive()).toBe(true);
    await client.dispose();
  });
});
