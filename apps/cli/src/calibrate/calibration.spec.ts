import { describe, expect, it } from '@jest/globals';
import { calibrationOf } from './calibration.js';
import { calibrationText } from './calibration-text.js';

const cost = { memory: 19_456, passes: 2, lanes: 1 };
const aloneMs = [...Array.from({ length: 95 }, (_, at) => (at < 50 ? 14.24 : 16.04)), 90, 91, 92, 93, 94];
const calibration = calibrationOf(cost, { processors: 2, aloneMs: aloneMs.toReversed(), perSecond: 1234.4 });

describe('what a verification of a key costs, in words (KEY-10)', () => {
  it('is the median, what 95 of 100 do not exceed, and what all processors do together', () => {
    expect(calibration).toEqual({
      ...{ algorithm: 'argon2id', memoryKiB: 19_456, passes: 2, lanes: 1, processors: 2 },
      ...{ medianMs: 14.2, p95Ms: 16, perSecond: 1234, memoryMiB: 38 },
    });
  });

  it('is told of a single measurement too', () => {
    const once = calibrationOf(cost, { processors: 1, aloneMs: [14.26], perSecond: 70 });
    expect([once.medianMs, once.p95Ms, once.memoryMiB]).toEqual([14.3, 14.3, 19]);
    expect(calibrationText('fr', once)).toContain('Son unique processeur en vérifie 70 par seconde, ');
    expect(calibrationText('en', once)).toContain('Its only processor verifies 70 a second, ');
  });

  it('reads as a French and as an English person writes numbers', () => {
    expect(calibrationText('fr', calibration).split('\n').slice(0, 2)).toEqual([
      'Vérifier une clé (argon2id, 19 Mio, 2 passes) prend 14,2 ms sur cette machine (médiane ; 95 % en 16 ms au plus).',
      'Ses 2 processeurs en vérifient 1\u202f234 par seconde, soit autant de connexions au plus, dans 38 Mio de mémoire.',
    ]);
    expect(calibrationText('en', calibration).split('\n').slice(0, 2)).toEqual([
      'Verifying a key (argon2id, 19 MiB, 2 passes) takes 14.2 ms on this machine (median; 95% within 16 ms).',
      'Its 2 processors verify 1,234 a second, which is as many sign-ins at most, in 38 MiB of memory.',
    ]);
  });

  it('says what happens beyond, and what to do about it, in either (LOG-08)', () => {
    const [french, english] = [calibrationText('fr', calibration), calibrationText('en', calibration)];
    for (const text of [french, english]) expect(text.split('\n')).toHaveLength(5);
    expect(french).toContain('503');
    expect(english).toContain('503');
  });
});
