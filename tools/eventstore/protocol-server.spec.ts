import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  EventStoreDBClient,
  type ResolvedEvent,
  StreamDeletedError,
  StreamNotFoundError,
  WrongExpectedVersionError,
  binaryEvent,
  excludeSystemEvents,
  jsonEvent,
} from '@eventstore/db-client';
import { ProtocolServer } from './protocol-server.js';

const folder = mkdtempSync(join(tmpdir(), 'trousseau-'));
let server: ProtocolServer;
let client: EventStoreDBClient;
let now = Date.UTC(2026, 0, 1);

const start = async (file = `${randomUUID()}.db`): Promise<string> => {
  server = await ProtocolServer.start({ file: join(folder, file), clock: () => now });
  client = EventStoreDBClient.connectionString(server.url);
  return file;
};
const stop = async (): Promise<void> => {
  await client.dispose();
  await server.stop();
};
const all = async (read: AsyncIterable<ResolvedEvent>): Promise<ResolvedEvent[]> => {
  const found: ResolvedEvent[] = [];
  for await (const event of read) found.push(event);
  return found;
};
const revisions = async (stream: string, options = {}): Promise<number[]> =>
  (await all(client.readStream(stream, options))).map(({ event }) => Number(event?.revision));
const events = (count: number) =>
  Array.from({ length: count }, () => jsonEvent({ type: 'Happened', data: { ok: true } }));
/** Per-call credentials make the client leave batch append for plain append; without TLS they are not sent. */
const plainly = { credentials: { username: 'a', password: 'b' } };

describe('the protocol server', () => {
  beforeEach(async () => void (await start()));
  afterEach(stop);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each([
    ['batch append', {}],
    ['plain append', plainly],
  ])('appends and refuses by %s', async (_, how) => {
    const first = await client.appendToStream('a', events(2), { ...how, expectedRevision: 'no_stream' });
    expect(first).toMatchObject({ success: true, nextExpectedRevision: 1n });
    const wrong = await client
      .appendToStream('a', events(1), { ...how, expectedRevision: 5n })
      .catch((error) => error);
    expect(wrong).toBeInstanceOf(WrongExpectedVersionError);
    expect(wrong).toMatchObject({ actualVersion: 1n, expectedVersion: 5n });
    const none = await client
      .appendToStream('b', events(1), { ...how, expectedRevision: 'stream_exists' })
      .catch((error) => error);
    expect(none).toMatchObject({ type: 'wrong-expected-version', actualVersion: 'no_stream' });
    const [read] = await all(
      client.readStream('a', { direction: 'backwards', fromRevision: 'end', maxCount: 1 }),
    );
    expect(read?.event?.position).toEqual(first.position);
    await client.tombstoneStream('a');
    await expect(client.appendToStream('a', events(1), how)).rejects.toThrow(StreamDeletedError);
    const large = jsonEvent({ type: 'Large', data: { text: 'x'.repeat(1_100_000) } });
    await expect(client.appendToStream('c', large, how)).rejects.toMatchObject({
      type: 'maximum-append-size-exceeded',
    });
  });

  it('tells repetitions by the ids behind the expected revision, and by nothing else', async () => {
    const [one, two] = events(2);
    await client.appendToStream('a', [one!, two!], { expectedRevision: 'no_stream' });
    const again = await client.appendToStream('a', [one!, two!], { expectedRevision: 'no_stream' });
    expect(again.nextExpectedRevision).toBe(1n);
    expect(await revisions('a')).toEqual([0, 1]);
    await client.appendToStream('a', [one!], { expectedRevision: 1n });
    expect(await revisions('a')).toEqual([0, 1, 2]);
    await expect(client.appendToStream('a', [two!, ...events(1)], { expectedRevision: 0n })).rejects.toThrow(
      WrongExpectedVersionError,
    );
  });

  it('reads either way, from either end, in parts, and gives back bytes as they came', async () => {
    await client.appendToStream('a', events(1200));
    await client.appendToStream('b', binaryEvent({ type: 'Bytes', data: new Uint8Array([0, 255, 128]) }));
    expect(await revisions('a', { fromRevision: 1190n, maxCount: 3 })).toEqual([1190, 1191, 1192]);
    expect(await revisions('a', { direction: 'backwards', fromRevision: 'end', maxCount: 2 })).toEqual([
      1199, 1198,
    ]);
    expect(await revisions('a', { direction: 'backwards', fromRevision: 5000n, maxCount: 1 })).toEqual([
      1199,
    ]);
    expect(await revisions('a')).toHaveLength(1200);
    const forwards = await all(client.readAll());
    const backwards = await all(client.readAll({ direction: 'backwards', fromPosition: 'end' }));
    expect(forwards).toHaveLength(1201);
    expect(backwards).toEqual([...forwards].reverse());
    expect(forwards.at(-1)?.event?.data).toEqual(new Uint8Array([0, 255, 128]));
    const from = forwards[700]?.event?.position;
    expect((await all(client.readAll({ fromPosition: from!, maxCount: 1 })))[0]).toEqual(forwards[700]);
    const before = client.readAll({ direction: 'backwards', fromPosition: from!, maxCount: 1 });
    expect((await all(before))[0]).toEqual(forwards[699]);
    await expect(all(client.readStream('nowhere'))).rejects.toThrow(StreamNotFoundError);
  });

  it('subscribes: confirmation, what was there, caught up, what comes, and checkpoints for what is filtered out', async () => {
    await client.appendToStream('a', events(3));
    const heard: string[] = [];
    const checkpoints: bigint[] = [];
    const subscription = client.subscribeToAll({
      filter: excludeSystemEvents({ checkpointReached: (_, { commit }) => void checkpoints.push(commit) }),
    });
    const done = new Promise<void>((resolve, reject) => {
      subscription.on('confirmation', () => heard.push('confirmation'));
      subscription.on('caughtUp', () => heard.push('caught up'));
      subscription.on('error', reject);
      subscription.on('data', ({ event }) => {
        heard.push(`${event?.streamId} ${event?.revision}`);
        if (event?.streamId === 'b') resolve();
      });
    });
    while (!heard.includes('caught up')) await new Promise((resolve) => setTimeout(resolve, 5));
    for (let n = 0; n < 40; n += 1) await client.setStreamMetadata(`noise-${n}`, { maxCount: 1 });
    await client.appendToStream('b', events(1));
    await done;
    expect(heard).toEqual(['confirmation', 'a 0', 'a 1', 'a 2', 'caught up', 'b 0']);
    expect(checkpoints).toHaveLength(1);
    await subscription.unsubscribe();
  });

  it('subscribes to one stream after a revision, and to the end of everything', async () => {
    await client.appendToStream('a', events(3));
    const heard: string[] = [];
    const note = ({ event }: ResolvedEvent) => void heard.push(`${event?.streamId} ${event?.revision}`);
    const one = client.subscribeToStream('a', { fromRevision: 1n }).on('data', note);
    const end = client.subscribeToAll({ fromPosition: 'end' });
    await new Promise<void>((resolve) => end.once('confirmation', resolve));
    const told = new Promise<void>((resolve) => end.once('data', () => resolve()));
    await client.appendToStream('b', events(1));
    await client.appendToStream('a', events(1));
    await told;
    while (heard.length < 2) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(heard).toEqual(['a 2', 'a 3']);
    await Promise.all([one.unsubscribe(), end.unsubscribe()]);
  });

  it('hides by $maxAge, $maxCount and $tb in the stream, and nothing in $all', async () => {
    await client.appendToStream('a', events(5));
    await client.setStreamMetadata('a', { maxCount: 3 });
    expect(await revisions('a')).toEqual([2, 3, 4]);
    await client.setStreamMetadata('a', { truncateBefore: 4 });
    expect(await revisions('a')).toEqual([4]);
    await client.setStreamMetadata('a', { maxAge: 10 });
    now += 10_000;
    await client.appendToStream('a', events(1));
    expect(await revisions('a')).toEqual([5]);
    expect(await revisions('a', { direction: 'backwards', fromRevision: 'end' })).toEqual([5]);
    expect((await all(client.readAll())).filter(({ event }) => event?.streamId === 'a')).toHaveLength(6);
  });

  it('deletes softly: the stream is not found, and goes on counting when it is written again', async () => {
    await client.appendToStream('a', events(3));
    await expect(client.deleteStream('a', { expectedRevision: 0n })).rejects.toThrow(
      WrongExpectedVersionError,
    );
    await client.deleteStream('a', { expectedRevision: 2n });
    await expect(all(client.readStream('a'))).rejects.toThrow(StreamNotFoundError);
    await client.appendToStream('a', events(1), { expectedRevision: 'no_stream' });
    expect(await revisions('a')).toEqual([3]);
  });

  it('keeps everything over a restart, and scavenges what was tombstoned then', async () => {
    await stop();
    const file = await start();
    await client.appendToStream('a', events(2));
    await client.appendToStream('b', events(2));
    await client.setStreamMetadata('b', { maxCount: 1 });
    await client.tombstoneStream('a');
    const inLog = async () => (await all(client.readAll())).map(({ event }) => event?.streamId);
    expect((await inLog()).filter((stream) => stream === 'a')).toHaveLength(2);
    await stop();
    await start(file);
    expect((await inLog()).filter((stream) => stream === 'a')).toHaveLength(0);
    await expect(all(client.readStream('a'))).rejects.toThrow(StreamDeletedError);
    await expect(client.tombstoneStream('a')).rejects.toThrow(StreamDeletedError);
    expect(await revisions('b')).toEqual([1]);
  });

  it('is found by gossip', async () => {
    await client.appendToStream('a', events(1));
    const found = EventStoreDBClient.connectionString(server.url.replace('esdb:', 'esdb+discover:'));
    expect(await all(found.readStream('a'))).toHaveLength(1);
    await found.dispose();
  });
});
