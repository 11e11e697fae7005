import { afterAll, describe, expect, it } from '@jest/globals';
import { AppraiserBusy } from './key-appraiser.js';
import { BITS_WANTED } from './judge-key.js';
import { keyAppraiserContract } from './testing/key-appraiser.contract.js';
import { RoughKeyAppraiser } from './testing/rough-key-appraiser.js';
import { ZxcvbnKeyAppraiser } from './zxcvbn-key-appraiser.adapter.js';

describe('ZxcvbnKeyAppraiser', () => {
  const appraiser = new ZxcvbnKeyAppraiser();
  afterAll(() => appraiser.close());

  it.each([
    'azertyuiopqsdfgh',
    '123456789012345',
    'PasswordPassword',
    'bonjourbonjourbonjour',
    'aaaaaaaaaaaaaaa',
  ])('finds %s among the common ones, whatever its case (KEY-04)', async (key) => {
    expect((await appraiser.appraise(key, [])).common).toBe(true);
  });

  it.each(['Motdepasse2026!', 'cheval bleu pluie', 'Juillet2026Juillet', 'x7#Kqx7#Kqx7#Kqx7#Kq'])(
    'thinks %s too easy to guess, however many kinds of characters it has (KEY-06)',
    async (key) => {
      expect((await appraiser.appraise(key, [])).bits).toBeLessThan(BITS_WANTED);
    },
  );

  it.each(['trois girafes mangent du bitume', 'k7pw2nqz 8vtr5xch', 'Ma tante collectionne 12 parapluies'])(
    'is content with %s',
    async (key) => {
      const { common, bits } = await appraiser.appraise(key, []);
      expect(common).toBe(false);
      expect(bits).toBeGreaterThanOrEqual(BITS_WANTED);
    },
  );

  it('knows what a guesser knows of the user (KEY-07)', async () => {
    const key = 'zornkrattmeyer2026';
    const stranger = await appraiser.appraise(key, []);
    const acquaintance = await appraiser.appraise(key, ['zornkrattmeyer']);
    expect(acquaintance.bits).toBeLessThan(stranger.bits);
  });

  it('refuses what would wait too long', async () => {
    const asked = Array.from({ length: 20 }, (_, i) => appraiser.appraise(`une clé parmi d’autres ${i}`, []));
    const settled = await Promise.allSettled(asked);
    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(16);
    expect(settled.at(-1)).toMatchObject({ reason: expect.any(AppraiserBusy) });
  });

  it('starts again after it was closed', async () => {
    await appraiser.close();
    expect((await appraiser.appraise('123456789012345', [])).common).toBe(true);
  });
});

keyAppraiserContract('ZxcvbnKeyAppraiser', () => new ZxcvbnKeyAppraiser());
keyAppraiserContract('RoughKeyAppraiser', () => new RoughKeyAppraiser());
