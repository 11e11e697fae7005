import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, describe, expect, it, jest } from '@jest/globals';
import { StoreUnavailable } from '../errors.js';
import type { Appended, EventStore, NewEvent, RecordedEvent } from '../event-store.js';
import { newEvent, newEvents } from '../testing/new-event.js';
import { scratchFolder } from '../testing/scratch-folder.js';
import { EventStoreDbEventStore } from './eventstoredb-event-store.js';
import { PATIENT } from './testing/on-a-server.js';
import { ServerProcess } from './testing/server-process.js';

const folder = scratchFolder();
const servers: ServerProcess[] = [];
const stores: EventStore[] = [];

const newServer = (): ServerProcess => {
  const server = new ServerProcess(folder.file(`data-${servers.length}`));
  servers.push(server);
  return server;
};
const open = async (url: string, patience = PATIENT): Promise<EventStore> => {
  const store = await EventStoreDbEventStore.open({ url, patience });
  stores.push(store);
  return store;
};
const until = async (holds: () => boolean): Promise<void> => {
  while (!holds()) await sleep(20);
};

/** Appends as every writer does: what is not known to be recorded is sent again, with the same ids. */
async function insist(
  store: EventStore,
  stream: string,
  events: NewEvent[],
  revision: number,
): Promise<Appended> {
  for (;;) {
    try {
      return await store.append(stream, events, revision < 0 ? 'none' : revision);
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
      await sleep(20);
    }
  }
}

jest.setTimeout(4 * PATIENT);

describe('EventStoreDbEventStore when its server goes away', () => {
  afterEach(async () => {
    await Promise.all(stores.splice(0).map((store) => store.close()));
    await Promise.all(servers.map((server) => server.kill()));
  });
  afterAll(folder.remove);

  it.each(['esdb', 'kurrentdb+discover'])(
    'loses nothing and repeats nothing over four kill -9 and restarts (%s://)',
    async (scheme) => {
      const server = newServer();
      await server.start();
      const store = await open(`${scheme}://127.0.0.1:${server.port}?tls=false`);
      const handled: RecordedEvent[] = [];
      const subscription = store.subscribe({ after: -1, handle: (event) => void handled.push(event) });
      const acknowledged = new Map<string, number>();
      let writing = true;
      const writer = async (stream: string): Promise<void> => {
        for (let revision = -1; writing;) {
          ({ revision } = await insist(store, stream, newEvents(2), revision));
          acknowledged.set(stream, revision);
        }
      };
      const writers = Array.from({ length: 6 }, (_, index) => writer(`stream-${index}`));
      for (let round = 0; round < 4; round += 1) {
        const before = handled.length;
        await until(() => handled.length >= before + 30);
        await server.kill();
        await sleep(50 * round);
        await server.start();
      }
      const before = handled.length;
      await until(() => handled.length >= before + 30);
      writing = false;
      await Promise.all(writers);
      await subscription.reached(await store.head(), PATIENT);
      expect(acknowledged.size).toBe(6);
      for (const [stream, revision] of acknowledged) {
        const events = await store.read(stream);
        expect(events.map((event) => event.revision)).toEqual(
          Array.from({ length: revision + 1 }, (_, n) => n),
        );
        expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
      }
      expect(handled).toEqual(await store.readAll(-1, 100_000));
      expect(subscription.isLive()).toBe(true);
    },
  );

  it('is not live while the server is away, and is again afterwards (invariant 3)', async () => {
    const server = newServer();
    await server.start();
    const store = await open(`esdb://127.0.0.1:${server.port}?tls=false`);
    const subscription = store.subscribe({ after: -1, handle: () => undefined });
    await store.append('a', newEvents(1), 'none');
    await until(() => subscription.isLive());
    await server.kill();
    await until(() => !subscription.isLive());
    await expect(store.read('a')).rejects.toThrow(StoreUnavailable);
    await expect(store.head()).rejects.toThrow(StoreUnavailable);
    await server.start();
    await until(() => subscription.isLive());
    expect(await store.read('a')).toHaveLength(1);
  });

  it('gives up on a server that says nothing, is not live meanwhile, and records a repeated append once', async () => {
    const server = newServer();
    await server.start();
    const store = await open(`esdb://127.0.0.1:${server.port}?tls=false&defaultDeadline=500`);
    const subscription = store.subscribe({ after: -1, handle: () => undefined });
    const first = newEvent();
    const { revision } = await insist(store, 'a', [first], -1);
    await until(() => subscription.isLive());
    server.freeze();
    const second = newEvent();
    await expect(store.append('a', [second], revision)).rejects.toThrow(StoreUnavailable);
    await expect(store.read('a')).rejects.toThrow(StoreUnavailable);
    await expect(store.delete('b')).rejects.toThrow(StoreUnavailable);
    await until(() => !subscription.isLive());
    server.thaw();
    expect(await insist(store, 'a', [second], revision)).toMatchObject({ revision: 1 });
    expect((await store.read('a')).map(({ id }) => id)).toEqual([first.id, second.id]);
    await until(() => subscription.isLive());
  });

  it('may be opened before its server is there', async () => {
    const server = newServer();
    await server.start();
    await server.kill();
    const store = await open(`esdb://127.0.0.1:${server.port}?tls=false`, 100);
    const handled: RecordedEvent[] = [];
    const subscription = store.subscribe({ after: -1, handle: (event) => void handled.push(event) });
    expect(subscription.isLive()).toBe(false);
    await expect(store.append('a', newEvents(1), 'none')).rejects.toThrow(StoreUnavailable);
    await server.start();
    const { position } = await insist(store, 'a', newEvents(1), -1);
    await subscription.reached(position, PATIENT);
    expect(handled).toHaveLength(1);
  });
});
