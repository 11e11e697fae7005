import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { verifyExport } from '../verifier/verify-export.js';
import { evidenceVectors } from './evidence-vectors.js';

const published = readFileSync(
  new URL('../../../../docs/reference/evidence-vectors.json', import.meta.url),
  'utf8',
);
const vectors = JSON.parse(published) as {
  key: { verifier: string };
  places: { hashed: string; eventHash: string; leafText: string; leafHash: string }[];
  checkpoints: { note: string }[];
  exports: { whole: string; streams: string };
};

describe('the published test vectors', () => {
  it('are what `npm run docs` writes', async () => {
    expect(published).toBe(await evidenceVectors());
  });

  it('hold hashes that anybody can compute from the texts beside them', () => {
    expect(vectors.places).toHaveLength(12);
    for (const { hashed, eventHash, leafText, leafHash } of vectors.places) {
      expect(hash('sha256', hashed)).toBe(eventHash);
      expect(hash('sha256', `\0${leafText}`)).toBe(leafHash);
      expect(leafText).toContain(eventHash);
    }
  });

  it.each(['whole', 'streams'] as const)('hold an export that verifies (%s)', async (name) => {
    const chunks = (async function* () {
      yield Buffer.from(vectors.exports[name]);
    })();
    const checkpoint = vectors.checkpoints.at(-1)!.note;
    const now = Date.parse('2026-11-22T12:00:00.000Z');
    expect(await verifyExport(chunks, { key: vectors.key.verifier, checkpoint, now })).toMatchObject({
      sound: true,
      kind: name,
    });
  });
});
