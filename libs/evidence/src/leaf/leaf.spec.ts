import { describe, expect, it } from '@jest/globals';
import { sha256Tree } from '../merkle/sha256-tree.js';
import { categoryOf } from './category.js';
import { leafHash } from './leaf-hash.js';
import { leafText, sameLeaf } from './leaf.js';
import { leafOf, millisecondsOf } from './leaf-of.js';

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

describe('the time of a leaf', () => {
  it.each([
    ['1970-01-01T00:00:00.000Z', 0],
    ['+010889-08-02T05:31:50.654Z', 2 ** 48 - 2],
    ['+010889-08-02T05:31:50.655Z', null],
  ])('said as %s is %s: 48 bits, all ones left out', (at, time) => {
    expect(millisecondsOf(at)).toBe(time);
  });
});

describe('two leaves', () => {
  it('are the same in every field, or not at all', () => {
    const leaf = leafOf(event);
    expect(sameLeaf(leaf, { ...leaf })).toBe(true);
    for (const other of [{ position: 42 }, { category: 'attempts' }, { at: null }, { eventHash: '00' }])
      expect(sameLeaf(leaf, { ...leaf, ...other })).toBe(false);
  });
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
