import { describe, expect, it } from '@jest/globals';
import { sha256Tree } from '../merkle/sha256-tree.js';
import { categoryOf } from './category.js';
import { leafHash } from './leaf-hash.js';
import { leafText } from './leaf.js';
import { leafOf } from './leaf-of.js';

const event = {
  stream: 'session-0f3a',
  revision: 2,
  position: 41,
  id: 'b7b6f7a4-6a0a-8b7e-9a44-0c9c7f0d2f10',
  type: 'SessionEnded',
  data: { why: 'signed out' },
  metadata: { at: '2026-11-22T08:00:00.000Z', previous: null },
};

describe('the leaf of an event', () => {
  it('keeps position, category, time and hash, and not whose it was (GDP-01)', () => {
    const leaf = leafOf(event);
    expect(leaf).toEqual({
      position: 41,
      category: 'session',
      at: Date.parse('2026-11-22T08:00:00.000Z'),
      eventHash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(leafText(leaf)).not.toContain('0f3a');
  });

  it('is hashed as a leaf of RFC 6962', () => {
    const leaf = leafOf(event);
    expect(leafHash(leaf)).toEqual(sha256Tree.leaf(Buffer.from(leafText(leaf))));
  });

  it.each<[string, Partial<typeof event>]>([
    ['stream', { stream: 'session-0f3b' }],
    ['revision', { revision: 3 }],
    ['position', { position: 42 }],
    ['id', { id: event.id.replace('b7', 'b8') }],
    ['type', { type: 'SessionOpened' }],
    ['data', { data: { why: 'signed Out' } }],
    ['metadata', { metadata: { ...event.metadata, at: '2026-11-22T08:00:00.001Z' } }],
  ])('is another one when the %s changes', (_, change) => {
    expect(leafHash(leafOf({ ...event, ...change }))).not.toEqual(leafHash(leafOf(event)));
  });

  it.each([undefined, null, 7, 'yesterday', '1969-12-31T23:59:59Z'])(
    'says nothing of a time given as %s',
    (at) => {
      const metadata = { ...event.metadata, at: at as string };
      expect(leafOf({ ...event, metadata }).at).toBeNull();
    },
  );
});

describe('the category of a stream', () => {
  it.each([
    ['session-1', 'session'],
    ['attempts-9f', 'attempts'],
    ['data-key-subject-1', 'data-key'],
    ['data-protection-1', 'data'],
    ['checkpoint', 'checkpoint'],
  ])('of %s is %s', (stream, category) => {
    expect(categoryOf(stream)).toBe(category);
  });
});
