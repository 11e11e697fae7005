import { once } from 'node:events';
import { afterAll, describe, expect, it } from '@jest/globals';
import { WrongExpectedRevision } from '../errors.js';
import { newEvents } from '../testing/new-event.js';
import { runTypescript } from '../testing/run-typescript.js';
import { scratchFolder } from '../testing/scratch-folder.js';
import { SqliteEventStore } from './sqlite-event-store.js';

const folder = scratchFolder();

describe('SqliteEventStore shared by several processes', () => {
  afterAll(folder.remove);

  it('creates the file once, records all of it, and delivers it to a subscriber in order', async () => {
    const file = folder.file('shared.db');
    const start = (): ReturnType<typeof runTypescript> =>
      runTypescript(new URL('./appending.child.ts', import.meta.url), file, '20');
    const children = [start(), start()];
    children.forEach((child) => child.stdout.resume());
    const store = SqliteEventStore.open({ file, busyTimeout: 5000 });
    const handled: number[] = [];
    const subscription = store.subscribe({
      after: -1,
      handle: ({ position }) => void handled.push(position),
    });
    for (let round = 0; round < 20; round += 1) await store.append('stream-0', newEvents(3), 'any');
    const codes = await Promise.all(
      children.map(async (child) => child.exitCode ?? (await once(child, 'exit'))[0]),
    );
    expect(codes).toEqual([0, 0]);
    await subscription.reached(await store.head(), 100_000);
    const all = await store.readAll(-1, 10_000);
    expect(all).toHaveLength(3 * 20 * (8 + 8 + 1));
    expect(handled).toEqual(all.map(({ position }) => position));
    await store.close();
  });

  it('knows of a commit of another connection before it has been told (invariant 3)', async () => {
    const file = folder.file('two.db');
    const [ours, theirs] = [SqliteEventStore.open({ file }), SqliteEventStore.open({ file })];
    let goOn = () => {};
    const keptBack = new Promise<void>((resolve) => (goOn = resolve));
    const subscription = ours.subscribe({ after: -1, handle: () => keptBack });
    await theirs.append('a', newEvents(1), 'none');
    expect(subscription.isLive()).toBe(false);
    await expect(ours.append('a', newEvents(1), 'none')).rejects.toThrow(WrongExpectedRevision);
    goOn();
    await subscription.reached(await theirs.head(), 100_000);
    expect(subscription.isLive()).toBe(true);
    await Promise.all([ours.close(), theirs.close()]);
  });
});
