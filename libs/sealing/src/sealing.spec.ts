import {
  createCipheriv,
  createPublicKey,
  generateKeyPairSync,
  type JsonWebKey,
  randomBytes,
} from 'node:crypto';
import { describe, expect, it, jest } from '@jest/globals';
import { CompactEncrypt, compactDecrypt, exportJWK, generateKeyPair, importJWK } from 'jose';
import { Opener, Sealer } from '#sealing';
import { agreedKey } from './ecdh-es.js';

const pair = async () => {
  const { publicKey, privateKey } = await generateKeyPair('ECDH-ES', { crv: 'X25519', extractable: true });
  const [publicJwk, privateJwk] = [await exportJWK(publicKey), await exportJWK(privateKey)];
  return { publicJwk, privateJwk, sealer: new Sealer(publicJwk), opener: new Opener(privateJwk) };
};

/** A JWE whose content is sealed rightly under a header that may say otherwise. */
const sealedAs = (publicJwk: JsonWebKey, more: object) => {
  const ephemeral = generateKeyPairSync('x25519');
  const epk = ephemeral.publicKey.export({ format: 'jwk' });
  const key = agreedKey(ephemeral.privateKey, createPublicKey({ key: publicJwk, format: 'jwk' }));
  const said = JSON.stringify({ alg: 'ECDH-ES', enc: 'A256GCM', epk, ...more });
  const header = Buffer.from(said).toString('base64url');
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(header));
  const text = Buffer.concat([cipher.update(JSON.stringify({ key: 'k', binding: 'b' })), cipher.final()]);
  const parts = [nonce, text, cipher.getAuthTag()].map((part) => part.toString('base64url'));
  return [header, '', ...parts].join('.');
};

describe('sealing', () => {
  it('gives back what was sealed, in the request it was bound to', async () => {
    const { sealer, opener } = await pair();
    const sealed = await sealer.seal({ key: 'clé très secrète 🔑', binding: 'session-1' });
    expect(await opener.open(sealed, 'session-1')).toEqual({
      key: 'clé très secrète 🔑',
      binding: 'session-1',
    });
  });

  it('is the JWE of the standards: another implementation opens ours, and we open its (RFC 7516, RFC 7518, RFC 8037)', async () => {
    const { sealer, opener, publicJwk, privateJwk } = await pair();
    const content = { key: 'trois girafes', binding: 'b' };
    const { plaintext } = await compactDecrypt(
      await sealer.seal(content),
      await importJWK(privateJwk, 'ECDH-ES'),
    );
    expect(JSON.parse(new TextDecoder().decode(plaintext))).toEqual(content);
    const theirs = await new CompactEncrypt(new TextEncoder().encode(JSON.stringify(content)))
      .setProtectedHeader({ alg: 'ECDH-ES', enc: 'A256GCM' })
      .encrypt(await importJWK(publicJwk, 'ECDH-ES'));
    expect(await opener.open(theirs, 'b')).toEqual(content);
  });

  it.each([
    [{}, true],
    [{ alg: 'ECDH-ES+A256KW' }, false],
    [{ enc: 'A128GCM' }, false],
    [{ epk: null }, false],
  ])('sealed rightly under a header that says %j, is opened: %s (RFC 7516)', async (said, opens) => {
    const { opener, publicJwk } = await pair();
    const content = await opener.open(sealedAs(publicJwk, said), 'b');
    expect(content).toEqual(opens ? { key: 'k', binding: 'b' } : null);
  });

  it('opens nothing in another request: a copy from the bus cannot be replayed (invariant 1)', async () => {
    const { sealer, opener } = await pair();
    expect(await opener.open(await sealer.seal({ key: 'k', binding: 'session-1' }), 'session-2')).toBeNull();
  });

  it('never seals the same content to the same text', async () => {
    const { sealer } = await pair();
    const content = { key: 'k', binding: 'b' };
    expect(await sealer.seal(content)).not.toBe(await sealer.seal(content));
  });

  it('agrees with auth once a minute, and the opener opens what any of many sealers sealed', async () => {
    const { sealer, opener, publicJwk } = await pair();
    const headerOf = (sealed: string) => sealed.split('.')[0];
    const first = await sealer.seal({ key: 'k', binding: 'b' });
    jest.useFakeTimers({ now: Date.now() });
    try {
      const inAMinute = new Sealer(publicJwk);
      const before = headerOf(await inAMinute.seal({ key: 'k', binding: 'b' }));
      jest.advanceTimersByTime(59_999);
      expect(headerOf(await inAMinute.seal({ key: 'k', binding: 'b' }))).toBe(before);
      jest.advanceTimersByTime(1);
      expect(headerOf(await inAMinute.seal({ key: 'k', binding: 'b' }))).not.toBe(before);
    } finally {
      jest.useRealTimers();
    }
    for (let other = 0; other < 100; other += 1) {
      const theirs = await new Sealer(publicJwk).seal({ key: 'k', binding: 'b' });
      expect(await opener.open(theirs, 'b')).not.toBeNull();
    }
    expect(await opener.open(first, 'b')).not.toBeNull();
  });

  it('answers null to what is damaged in any part, shortened, foreign or no JWE at all', async () => {
    const { sealer, opener } = await pair();
    const other = await pair();
    const sealed = await sealer.seal({ key: 'k', binding: 'b' });
    const parts = sealed.split('.');
    for (const index of [0, 2, 3, 4]) {
      const first = parts[index]!.startsWith('A') ? 'B' : 'A';
      const altered = parts.with(index, first + parts[index]!.slice(1)).join('.');
      expect([index, await opener.open(altered, 'b')]).toEqual([index, null]);
    }
    expect(await opener.open(parts.with(4, parts[4]!.slice(0, 6)).join('.'), 'b')).toBeNull();
    expect(await opener.open(parts.with(1, 'x').join('.'), 'b')).toBeNull();
    expect(await opener.open(`${sealed}.x`, 'b')).toBeNull();
    expect(await other.opener.open(sealed, 'b')).toBeNull();
    expect(await opener.open('not.a.jwe', 'b')).toBeNull();
    expect(await opener.open('', 'b')).toBeNull();
  });
});
