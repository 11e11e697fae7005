import { afterAll, describe, expect, it } from '@jest/globals';
import { BITS_WANTED } from '../judge-key.js';
import type { KeyAppraiser } from '../key-appraiser.js';

/** What every KeyAppraiser promises. */
export const keyAppraiserContract = (name: string, open: () => KeyAppraiser): void => {
  describe(`${name} keeps the contract of KeyAppraiser`, () => {
    const appraiser = open();
    afterAll(() => appraiser.close());

    it('knows common keys, whatever their case (KEY-04)', async () => {
      for (const key of ['123456789012345', 'AZERTYUIOPqsdfgh', 'aaaaaaaaaaaaaaaa', 'motdepassemotdepasse']) {
        expect(await appraiser.appraise(key, [])).toMatchObject({ common: true });
      }
    });

    it('thinks little of a key that says the same again and again, and much of a sentence (KEY-06)', async () => {
      const again = await appraiser.appraise('abababababababababab', []);
      expect(again.bits).toBeLessThan(BITS_WANTED);
      const sentence = await appraiser.appraise('trois girafes mangent du bitume', []);
      expect(sentence.common).toBe(false);
      expect(sentence.bits).toBeGreaterThanOrEqual(BITS_WANTED);
    });

    it('thinks less of a key that is made of the given words (KEY-07)', async () => {
      const key = 'zornkrattmeyer2026';
      const [stranger, friend] = [
        await appraiser.appraise(key, []),
        await appraiser.appraise(key, ['zornkrattmeyer']),
      ];
      expect(friend.bits).toBeLessThan(stranger.bits);
    });

    it('can be told that a key will be chosen soon', async () => {
      appraiser.prepare();
      expect(await appraiser.appraise('123456789012345', [])).toMatchObject({ common: true });
    });
  });
};
