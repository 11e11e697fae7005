import { createPrivateKey } from 'node:crypto';
import { canonicalJson, eventHash } from '#aggregate-store';
import { InMemoryEventStore } from '#event-store';
import { exportStreams } from '../export/export-streams.js';
import { exportWhole } from '../export/export-whole.js';
import { LeafLog } from '../leaf-log/leaf-log.js';
import { leafHash } from '../leaf/leaf-hash.js';
import { leafOf } from '../leaf/leaf-of.js';
import { leafText } from '../leaf/leaf.js';
import { consistencyProof } from '../merkle/consistency-proof.js';
import type { Hash } from '../merkle/hash.js';
import { inclusionProof } from '../merkle/inclusion-proof.js';
import { formatNoteKey } from '../note/note-key.js';
import { noteKeyOf } from '../note/sign-note.js';
import { Notary } from '../notary/notary.js';
import { InMemoryPublisher } from './in-memory-publisher.js';
import { Journey } from './journey.js';

const AT = '2026-11-22T12:00:00.000Z';
const SEED = '000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f';
/** The PKCS #8 form of a raw Ed25519 seed (RFC 8410). */
const PKCS8 = '302e020100300506032b657004220420';

const hex = (bytes: Hash) => Buffer.from(bytes).toString('hex');

const textOf = async (lines: AsyncIterable<string>) => {
  let text = '';
  for await (const line of lines) text += line;
  return text;
};

/**
 * A small log from its events to its exports, every step spelled out: what somebody needs who writes a verifier of their
 * own. The same on every machine; published as `docs/reference/evidence-vectors.json`.
 */
export const evidenceVectors = async (): Promise<string> => {
  const key = Buffer.from(`${PKCS8}${SEED}`, 'hex');
  const signer = {
    name: 'trousseau.example/log/vectors',
    privateKey: createPrivateKey({ format: 'der', type: 'pkcs8', key }),
  };
  const [store, leaves, publisher] = [
    new InMemoryEventStore(),
    LeafLog.open(':memory:'),
    new InMemoryPublisher(),
  ];
  const schedule = { events: Infinity, milliseconds: Infinity };
  const notary = new Notary({ store, leaves, publishers: [publisher], signer, schedule, now: () => AT });
  await notary.start();
  const journey = new Journey(store, 42);
  for (const part of [5, 6]) {
    await journey.go(part, 2);
    await notary.sign();
  }
  await notary.stop();
  const [earlier, later] = [...publisher.notes.keys()] as [number, number];
  const subtrees = leaves.subtrees();
  const options = {
    store,
    leaves,
    key: noteKeyOf(signer),
    checkpoint: publisher.notes.get(later)!,
    exportedAt: AT,
  };
  const places = (await store.readAll(-1, later)).map((event, index) => {
    const { position, ...content } = event;
    const { stream, revision, id, type, data, metadata } = content;
    const leaf = leafOf(event);
    return {
      index,
      position,
      event: content,
      hashed: canonicalJson([stream, revision, id, type, data, metadata]),
      eventHash: eventHash(event),
      leafText: leafText(leaf),
      leafHash: hex(leafHash(leaf)),
      inclusion: inclusionProof(subtrees, index, later).map(hex),
    };
  });
  const vectors = {
    about:
      'Test vectors of docs/explanation/evidence.md. Hashes and proofs in hex, the seed is that of RFC 8032.',
    key: { seed: SEED, verifier: formatNoteKey(noteKeyOf(signer)) },
    places,
    roots: Array.from({ length: later + 1 }, (_, size) => ({ size, root: hex(leaves.rootAt(size)) })),
    checkpoints: [...publisher.notes].map(([size, note]) => ({ size, note })),
    consistency: { earlier, later, proof: consistencyProof(subtrees, earlier, later).map(hex) },
    exports: {
      whole: await textOf(exportWhole(options)),
      streams: await textOf(exportStreams(options, ['user-1', 'credential-1'])),
    },
  };
  return `${JSON.stringify(vectors, null, 2)}\n`;
};
