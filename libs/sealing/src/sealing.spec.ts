import { describe, expect, it } from '@jest/globals';
import { exportJWK, generateKeyPair } from 'jose';
import { Opener, Sealer } from '#sealing';

const pair = async () => {
  const { publicKey, privateKey } = await generateKeyPair('ECDH-ES', { crv: 'X25519', extractable: true });
  return { sealer: new Sealer(await exportJWK(publicKey)), opener: new Opener(await exportJWK(privateKey)) };
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

  it('opens nothing in another request: a copy from the bus cannot be replayed (invariant 1)', async () => {
    const { sealer, opener } = await pair();
    expect(await opener.open(await sealer.seal({ key: 'k', binding: 'session-1' }), 'session-2')).toBeNull();
  });

  it('never seals the same content to the same text', async () => {
    const { sealer } = await pair();
    const content = { key: 'k', binding: 'b' };
    expect(await sealer.seal(content)).not.toBe(await sealer.seal(content));
  });

  it('answers null to what is damaged, foreign or no JWE at all', async () => {
    const { sealer, opener } = await pair();
    const other = await pair();
    const sealed = await sealer.seal({ key: 'k', binding: 'b' });
    expect(await opener.open(`${sealed.slice(0, -3)}AAA`, 'b')).toBeNull();
    expect(await other.opener.open(sealed, 'b')).toBeNull();
    expect(await opener.open('not.a.jwe', 'b')).toBeNull();
    expect(await opener.open('', 'b')).toBeNull();
  });
});
