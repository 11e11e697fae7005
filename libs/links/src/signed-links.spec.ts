import { describe, expect, it } from '@jest/globals';
import { SignedLinks } from '#links';

const links = new SignedLinks(Buffer.alloc(32, 1));
const link = { kind: 'email-veto', userId: 'u1', ref: 'c1', expiresAt: '2026-11-29T08:00:00.000Z' };

describe('SignedLinks', () => {
  it('opens what it signed, until it expires', () => {
    const value = links.sign(link);
    expect(links.open(value, '2026-11-29T07:59:59.999Z')).toEqual(link);
    expect(links.open(value, '2026-11-29T08:00:00.000Z')).toBe('expired');
  });

  it('opens nothing that was altered, cut, extended or signed by another key', () => {
    const value = links.sign(link);
    const forged = `${Buffer.from('["email-veto","u2","c1","2099"]').toString('base64url')}.${value.split('.')[1]}`;
    const foreign = new SignedLinks(Buffer.alloc(32, 2)).sign(link);
    for (const bad of [
      forged,
      foreign,
      value.slice(0, -2),
      `${value}.x`,
      value.split('.')[0]!,
      '',
      '.',
      'x.y',
    ]) {
      expect(links.open(bad, '2026-11-22T08:00:00.000Z')).toBeNull();
    }
  });
});
