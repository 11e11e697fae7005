import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { afterAll, describe, expect, it } from '@jest/globals';
import { type EventStore, SqliteEventStore } from '#event-store';
import { runTypescript, scratchFolder } from '#event-store/testing';
import { openCheckpoint } from '../checkpoint/open-checkpoint.js';
import { LeafLog } from '../leaf-log/leaf-log.js';
import { leafOf } from '../leaf/leaf-of.js';
import { noteKeyOf } from '../note/sign-note.js';

const scratch = scratchFolder();
afterAll(scratch.remove);

const { privateKey } = generateKeyPairSync('ed25519');
const key = noteKeyOf({ name: 'trousseau.example/log/killed', privateKey });

/** Lets a notary sign `count` times and kills it there, wherever it is by then. */
const killAfter = async (count: number, stream: string) => {
  const child = runTypescript(new URL('./signing.child.ts', import.meta.url), scratch.path, stream);
  // Whatever goes wrong, no process is left behind.
  setTimeout(() => child.kill('SIGKILL'), 50_000).unref();
  let lines = 0;
  for await (const line of createInterface(child.stdout)) {
    if (line === 'signed') lines += 1;
    if (lines === count) child.kill('SIGKILL');
  }
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  expect(child.signalCode).toBe('SIGKILL');
};

/** The leaves made anew from the store: what the notary should have kept. */
const leavesOf = async (store: EventStore) => {
  const leaves = LeafLog.open(':memory:');
  for (let page = await store.readAll(-1, 1000); page.length > 0;) {
    leaves.append(page.map(leafOf));
    page = await store.readAll(leaves.lastPosition, 1000);
  }
  return leaves;
};

const notesOutside = () =>
  readdirSync(scratch.file('outside/0000000000'))
    .filter((name) => name.endsWith('.note'))
    .map((name) => readFileSync(scratch.file(`outside/0000000000/${name}`), 'utf8'));

describe('the notary after kill -9 (EVT-12, TST-17)', () => {
  it('signs one tree for one size, inside and outside, over every event there is', async () => {
    writeFileSync(scratch.file('key.pem'), privateKey.export({ type: 'pkcs8', format: 'pem' }));
    for (const [run, count] of [1, 7, 2, 13, 5].entries()) await killAfter(count, `run-${run}`);

    const store = SqliteEventStore.open({ file: scratch.file('events.db') });
    const expected = await leavesOf(store);
    const kept = LeafLog.open(scratch.file('leaves.db'));
    const inside = (await store.read('checkpoint')).map(({ data }) => String(data['note']));
    const checkpoints = [...inside, ...notesOutside()].map((note) => openCheckpoint(note, key)!);
    await store.close();

    expect(inside.length).toBeGreaterThan(20);
    expect(new Set(inside.map((note) => openCheckpoint(note, key)?.size)).size).toBe(inside.length);
    for (const { size, root } of checkpoints) {
      expect(Buffer.from(root)).toEqual(Buffer.from(expected.rootAt(size)));
    }
    // What is outside was recorded inside before; a kill in between leaves at most the last one to the next start.
    expect(inside.filter((note) => !notesOutside().includes(note)).length).toBeLessThanOrEqual(1);
    expect(notesOutside().filter((note) => !inside.includes(note))).toEqual([]);
    expect(kept.size).toBeLessThanOrEqual(expected.size);
    expect([...kept.leaves()]).toEqual([...expected.leaves()].slice(0, kept.size));
    kept.close();
  }, 60_000);
});
