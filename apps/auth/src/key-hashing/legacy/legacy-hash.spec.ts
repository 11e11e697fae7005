import { createHash } from 'node:crypto';
import { afterAll, describe, expect, it } from '@jest/globals';
import { Argon2KeyHasher } from '../argon2-key-hasher.adapter.js';
import { adoptHash } from './adopt-hash.adapter.js';
import { legacyExamples } from './testing/legacy.examples.js';
import { readLegacyHash } from './read-legacy-hash.js';

const hasher = new Argon2KeyHasher({ parameters: { memory: 16, passes: 1, lanes: 1 } });
afterAll(() => hasher.onApplicationShutdown());

const adopted = async (hash: string) => {
  const made = await adoptHash(hash, hasher);
  if (made.kind === 'refused') throw new Error(made.reason);
  return made.hash;
};

/** As slapd writes them: the digest of the key and then the salt, and the salt. */
const ldap = (scheme: 'SSHA' | 'SMD5', key: string, salt: string) => {
  const digest = createHash(scheme === 'SSHA' ? 'sha1' : 'md5').update(key + salt);
  return `{${scheme}}${Buffer.concat([digest.digest(), Buffer.from(salt)]).toString('base64')}`;
};

const examples = [
  ...legacyExamples,
  { name: 'LDAP {SSHA}', hash: ldap('SSHA', 'clé', 'sel de mer'), key: 'clé', isFast: true },
  { name: 'LDAP {SMD5}', hash: ldap('SMD5', 'clé', 'sel'), key: 'clé', isFast: true },
];

describe.each(examples)('an imported hash: $name', ({ hash, key, isFast }) => {
  it('knows its key, and no other', async () => {
    const stored = await adopted(hash);
    expect(await hasher.verify(stored, key)).toBe(true);
    for (const wrong of [`${key}x`, key.toUpperCase() === key ? 'x' : key.toUpperCase(), '', hash]) {
      expect(await hasher.verify(stored, wrong)).toBe(false);
    }
  });

  it('takes the key typed on another keyboard for the same (C4: NFC)', async () => {
    expect(await hasher.verify(await adopted(hash), key.normalize('NFD'))).toBe(true);
  });

  it(isFast ? 'is stored inside an argon2id hash, never bare (KEY-10)' : 'is stored as it is', async () => {
    const stored = await adopted(hash);
    expect(stored === hash).toBe(!isFast);
    if (!isFast) return;
    expect(stored).toContain('$argon2id$');
    const digest = /[0-9a-f]{32,40}$/.exec(hash)?.[0] ?? hash.slice(6);
    expect(stored).not.toContain(digest);
  });
});

describe('an imported hash', () => {
  const fast = examples.filter(({ isFast }) => isFast);
  const foreign = examples.filter(({ hash }) => !hash.startsWith('$argon2id$'));

  it.each(foreign)('is replaced at the first sign-in: $name (KEY-10)', async ({ hash }) => {
    expect(hasher.needsRehash(await adopted(hash))).toBe(true);
  });

  it.each(fast)('is wrapped with a salt of its own each time: $name', async ({ hash }) => {
    expect(await adopted(hash)).not.toBe(await adopted(hash));
  });

  it.each([
    'cff36ea83f5706ce9aa7454e63e431fc726b2dc8',
    '5F4DCC3B5AA765D61D8327DEB882CF99',
    '{SHA}W6ph5Mm5Pz8GgiULbPgzG37mj9g=',
    'md5$$5f4dcc3b5aa765d61d8327deb882cf99',
    `{SSHA}${Buffer.alloc(20, 1).toString('base64')}`,
  ])('is refused without a salt: %s', (hash) => {
    expect(readLegacyHash(hash)).toBe('hash-not-salted');
  });

  it.each([
    '$2b$31$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW',
    '$argon2id$v=19$m=4194304,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc',
    '$argon2id$v=19$m=65536,t=4000000,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc',
    'pbkdf2_sha256$2000000000$seasalt$oBSd886ysm3AqYun62DOdin8YcfbU1z9cksZSuLP9r0=',
    '$scrypt$ln=24,r=8,p=1$U29kaXVtQ2hsb3JpZGU$cCO9yzr9c0hGHAbNgf046/2o+7qQT44+qbVD9lRdofI',
    '$scrypt$ln=10,r=8,p=999999$U29kaXVtQ2hsb3JpZGU$cCO9yzr9c0hGHAbNgf046/2o+7qQT44+qbVD9lRdofI',
  ])('is refused when verifying it would stop everybody (LOG-08): %s', (hash) => {
    expect(readLegacyHash(hash)).toBe('hash-too-costly');
  });

  it.each([
    '',
    'motdepasse',
    '$1$salt$qJH7.N4xYta3aEG/dfqo/0',
    '$2b$05$CCCC',
    'sha1$sel$5f4dcc3b5aa765d61d8327deb882cf99',
    'pbkdf2_sha256$20000$seasalt$AAAA',
    '$scrypt$ln=14,r=8,p=1$U29kaXVtQ2hsb3JpZGU$cCO9',
    '$wrapped$sha1$salt-then-key$AAAA$argon2id$v=19$m=16,t=1,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8',
  ])('is refused in a form nobody knows: %s', async (hash) => {
    expect(readLegacyHash(hash)).toBe('hash-not-valid');
    expect(await adoptHash(hash, hasher)).toEqual({ kind: 'refused', reason: 'hash-not-valid' });
  });
});
