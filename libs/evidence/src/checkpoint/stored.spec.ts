import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parseNoteKey } from '../note/note-key.js';
import type { LogCheckpointSigned } from './checkpoint.events.js';
import { openCheckpoint } from './open-checkpoint.js';

const read = (name: string) => JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8')) as unknown;

describe('a checkpoint event as it was once stored', () => {
  const { type, data } = read('./stored/LogCheckpointSigned.json') as LogCheckpointSigned;
  const { key } = read('../../../../docs/reference/evidence-vectors.json') as { key: { verifier: string } };

  it('still opens with the key that signed it, and says what the event says', () => {
    expect(type).toBe('LogCheckpointSigned');
    const { size, root } = openCheckpoint(data.note, parseNoteKey(key.verifier)!)!;
    expect({ size, root: Buffer.from(root).toString('base64') }).toEqual({
      size: data.size,
      root: data.root,
    });
  });
});
