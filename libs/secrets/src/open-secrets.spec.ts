import { mkdtemp, readdir, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { digestOf, openSecrets } from '#secrets';

const emptyFolder = () => mkdtemp(join(tmpdir(), 'trousseau-secrets-'));

describe('openSecrets', () => {
  it('makes every key on first start and finds the same ones again', async () => {
    const folder = await emptyFolder();
    const first = await openSecrets(folder);
    expect(await openSecrets(folder)).toEqual(first);
    expect(new Set([first.masterKeys[0], first.linksKey, first.csrfKey].map(String)).size).toBe(3);
  });

  it('keeps key files readable by their owner alone (EVT-13)', async () => {
    const folder = await emptyFolder();
    await openSecrets(folder);
    for (const name of await readdir(folder)) {
      expect({ name, mode: (await stat(join(folder, name))).mode & 0o777 }).toEqual({ name, mode: 0o600 });
    }
  });

  it('gives two processes that start together the same keys', async () => {
    const folder = await emptyFolder();
    const all = await Promise.all(Array.from({ length: 8 }, () => openSecrets(folder)));
    expect(new Set(all.map(({ masterKeys }) => masterKeys[0]!.toString('hex'))).size).toBe(1);
    expect(new Set(all.map(({ sealing }) => sealing.privateJwk.d)).size).toBe(1);
  });

  it('makes an Ed25519 pair for the notary, whose public half holds no secret (EVT-12)', async () => {
    const { notary } = await openSecrets(await emptyFolder());
    expect(notary.privateJwk).toMatchObject({ kty: 'OKP', crv: 'Ed25519', d: expect.any(String) });
    const { x, kid } = notary.privateJwk;
    expect(notary.publicJwk).toEqual({ kty: 'OKP', crv: 'Ed25519', x, kid });
    expect(kid).toMatch(/^trousseau\.example\/log\/[0-9a-f]{16}$/);
  });

  it('refuses a notary key of another kind', async () => {
    const folder = await emptyFolder();
    await writeFile(join(folder, 'notary.jwk'), '{"kty":"OKP","crv":"X25519","x":"AA","d":"AA"}');
    await expect(openSecrets(folder)).rejects.toThrow('notary.jwk');
  });

  it('takes two keys of the bus, so that one can follow the other', async () => {
    const folder = await emptyFolder();
    const [first] = (await openSecrets(folder)).busKeys;
    const next = Buffer.alloc(32, 5);
    const lines = [next, first!].map((key) => key.toString('base64url'));
    await writeFile(join(folder, 'bus.key'), `${lines.join('\n')}\n`);
    expect((await openSecrets(folder)).busKeys).toEqual([next, first]);
    await writeFile(join(folder, 'bus.key'), 'short');
    await expect(openSecrets(folder)).rejects.toThrow('bus.key');
  });

  it('refuses a damaged key file instead of making a new key', async () => {
    const folder = await emptyFolder();
    await writeFile(join(folder, 'master.key'), 'short');
    await expect(openSecrets(folder)).rejects.toThrow('master.key');
  });
});

describe('digestOf', () => {
  const key = Buffer.alloc(32, 7);
  it('tells apart parts that join to the same text', () => {
    expect(digestOf(key, 'ab', 'c')).not.toBe(digestOf(key, 'a', 'bc'));
  });
  it('depends on the key', () => {
    expect(digestOf(key, 'a')).not.toBe(digestOf(Buffer.alloc(32, 8), 'a'));
  });
});
