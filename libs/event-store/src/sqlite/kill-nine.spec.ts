import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { afterAll, describe, expect, it } from '@jest/globals';
import { newEvents } from '../testing/new-event.js';
import { runTypescript } from '../testing/run-typescript.js';
import { scratchFolder } from '../testing/scratch-folder.js';
import { SqliteEventStore } from './sqlite-event-store.js';

const folder = scratchFolder();
const file = folder.file('killed.db');

/** Lets a process append until it has acknowledged `count` times, kills it, and answers all it acknowledged. */
async function acknowledgedBefore(count: number): Promise<ReadonlyMap<string, number>> {
  const child = runTypescript(new URL('./appending.child.ts', import.meta.url), file);
  const acknowledged = new Map<string, number>();
  let lines = 0;
  for await (const line of createInterface(child.stdout)) {
    // The last line may be cut in the middle by the kill.
    const [, stream, revision] = /^(stream-\d) (\d+)$/.exec(line) ?? [];
    if (stream && lines < count) acknowledged.set(stream, Number(revision));
    if ((lines += 1) === count) child.kill('SIGKILL');
  }
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  expect(child.signalCode).toBe('SIGKILL');
  return acknowledged;
}

describe('SqliteEventStore after kill -9 (TST-17)', () => {
  afterAll(folder.remove);

  it.each([1, 25, 60, 111, 250])(
    'has every append acknowledged before, and none half (after %i)',
    async (count) => {
      const acknowledged = await acknowledgedBefore(count);
      expect(acknowledged.size).toBeGreaterThan(0);
      const store = SqliteEventStore.open({ file });
      for (const [stream, revision] of acknowledged) {
        const events = await store.read(stream);
        expect(events.length).toBeGreaterThan(revision);
        expect(events.length % 3).toBe(0);
        expect(events.map((event) => event.revision)).toEqual([...events.keys()]);
      }
      expect((await store.append(`after-${count}`, newEvents(1), 'none')).revision).toBe(0);
      await store.close();
    },
  );
});
