import { describe, expect, it } from '@jest/globals';
import { looksLikeSessionSecret, makeSessionSecret, sessionIdOf } from './session-secret.js';

describe('a session secret', () => {
  it('holds 256 bits in base64url, and is named by its SHA-256 (SES-01)', () => {
    const { secret, sessionId } = makeSessionSecret();
    expect(Buffer.from(secret, 'base64url')).toHaveLength(32);
    expect(looksLikeSessionSecret(secret)).toBe(true);
    expect(sessionId).toMatch(/^[0-9a-f]{64}$/);
    expect(sessionIdOf(secret)).toBe(sessionId);
  });

  it('is never the same twice', () => {
    expect(new Set(Array.from({ length: 1000 }, () => makeSessionSecret().secret)).size).toBe(1000);
  });

  it('has the SHA-256 everybody else computes', () => {
    expect(sessionIdOf('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });
});
