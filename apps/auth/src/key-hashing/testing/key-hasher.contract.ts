import { describe, expect, it } from '@jest/globals';
import type { KeyHasher } from '../key-hasher.js';

type Subject = Readonly<{ hasher: KeyHasher; weaker: KeyHasher }>;

/** What every KeyHasher promises. `weaker` is the same adapter with lower parameters. */
export const keyHasherContract = (name: string, open: () => Subject): void => {
  describe(`${name} keeps the contract of KeyHasher`, () => {
    const { hasher, weaker } = open();

    it('knows the key a hash was made of, and no other', async () => {
      const hash = await hasher.hash('le chat dort sous la pluie');
      expect(await hasher.verify(hash, 'le chat dort sous la pluie')).toBe(true);
      for (const wrong of ['le chat dort sous la pluiE', 'le chat dort sous la pluie ', '']) {
        expect(await hasher.verify(hash, wrong)).toBe(false);
      }
    });

    it('salts every hash', async () => {
      expect(await hasher.hash('la même clé')).not.toBe(await hasher.hash('la même clé'));
    });

    it('takes a key typed on another keyboard for the same key (C4: NFC), and changes nothing else', async () => {
      const hash = await hasher.hash('clé'.normalize('NFD'));
      expect(await hasher.verify(hash, 'clé'.normalize('NFC'))).toBe(true);
      expect(await hasher.verify(await hasher.hash('ﬁn'), 'fin')).toBe(false);
    });

    it('reads a key to its last code point (ASVS 6.2.8)', async () => {
      const long = '🔑'.repeat(255);
      const hash = await hasher.hash(`${long}a`);
      expect(await hasher.verify(hash, `${long}a`)).toBe(true);
      expect(await hasher.verify(hash, `${long}b`)).toBe(false);
    });

    it('asks for a new hash of what was hashed with less than today (KEY-10)', async () => {
      expect(hasher.needsRehash(await hasher.hash('k'))).toBe(false);
      const old = await weaker.hash('k');
      expect(hasher.needsRehash(old)).toBe(true);
      expect(await hasher.verify(old, 'k')).toBe(true);
    });

    it('is not busy when nobody asks', () => {
      expect(hasher.isBusy()).toBe(false);
    });
  });
};
