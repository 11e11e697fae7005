import { generateKeyPairSync } from 'node:crypto';
import { type EventStore, InMemoryEventStore } from '#event-store';
import { LeafLog } from '../leaf-log/leaf-log.js';
import type { NoteKey } from '../note/note-key.js';
import { noteKeyOf, type NoteSigner } from '../note/sign-note.js';
import { Notary } from '../notary/notary.js';
import { InMemoryPublisher } from './in-memory-publisher.js';
import { Journey } from './journey.js';

/** A store with a history, its leaves, and the checkpoints outside. */
export type SignedLog = Readonly<{
  store: EventStore;
  leaves: LeafLog;
  signer: NoteSigner;
  key: NoteKey;
  /** Signed notes outside the store, the oldest first. */
  notes: readonly string[];
}>;

/** A history of the given seed, signed after each of these numbers of events. */
export const signedLog = async (
  seed: number,
  parts: readonly number[],
  store: EventStore = new InMemoryEventStore(),
): Promise<SignedLog> => {
  const leaves = LeafLog.open(':memory:');
  const publisher = new InMemoryPublisher();
  const { privateKey } = generateKeyPairSync('ed25519');
  const signer = { name: 'trousseau.example/log/spec', privateKey };
  const schedule = { events: Infinity, milliseconds: Infinity };
  const notary = new Notary({
    store,
    leaves,
    publishers: [publisher],
    signer,
    schedule,
    now: () => '2026-11-22T09:00:00.000Z',
  });
  await notary.start();
  const journey = new Journey(store, seed);
  for (const part of parts) {
    await journey.go(part);
    await notary.sign();
  }
  // Nothing to sign: it waits until the last checkpoint, an event too, is a leaf.
  await notary.sign();
  await notary.stop();
  return { store, leaves, signer, key: noteKeyOf(signer), notes: [...publisher.notes.values()] };
};
