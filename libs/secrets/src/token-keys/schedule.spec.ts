import { describe, expect, it } from '@jest/globals';
import { nextSignsFrom, publishedKeys, signingKey, standingOf } from './schedule.js';
import type { TokenKey } from './token-key.js';

const key = (kid: string, signsFrom: string): TokenKey => ({ kid, signsFrom, publicJwk: {}, privateJwk: {} });
const keys = [key('old', '1970-01-01T00:00:00.000Z'), key('new', '2026-11-22T08:15:00.000Z')];
const kids = (found: readonly TokenKey[]) => found.map(({ kid }) => kid);

describe('the change of signing keys (SES-14)', () => {
  it('announces the new key while the old one signs', () => {
    const now = '2026-11-22T08:14:59.999Z';
    expect(kids(publishedKeys(keys, now))).toEqual(['old', 'new']);
    expect(keys.map((each) => standingOf(each, keys, now))).toEqual(['signs', 'announced']);
  });

  it('keeps the old key published until every token it signed has expired', () => {
    expect(signingKey(keys, '2026-11-22T08:15:00.000Z')?.kid).toBe('new');
    const overlap = '2026-11-22T08:24:59.999Z';
    expect(kids(publishedKeys(keys, overlap))).toEqual(['old', 'new']);
    expect(keys.map((each) => standingOf(each, keys, overlap))).toEqual(['leaves', 'signs']);
    expect(kids(publishedKeys(keys, '2026-11-22T08:25:00.000Z'))).toEqual(['new']);
  });

  it('lets a third key wait for the end of the overlap', () => {
    expect(nextSignsFrom(keys, '2026-11-22T08:20:00.000Z')).toBeNull();
    expect(nextSignsFrom(keys, '2026-11-22T08:25:00.000Z')).toBe('2026-11-22T08:40:00.000Z');
  });
});
