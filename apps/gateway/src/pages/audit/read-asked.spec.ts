import { describe, expect, it } from '@jest/globals';
import { isWithin, readAsked } from './read-asked.js';

const now = '2026-11-22T08:00:00.000Z';
const nothing = { utilisateur: 'lea', le: '', du: '', au: '', motif: '' };
const read = (asked: Partial<typeof nothing>) => readAsked({ ...nothing, ...asked }, now);

describe('what an auditor asks of the page', () => {
  it('is the state of now, the whole life and no reason, where nothing more is asked', () => {
    expect(read({})).toEqual({
      ok: true,
      asked: { at: now, period: { from: null, before: null }, reason: undefined },
    });
    expect(read({ motif: '   ' })).toMatchObject({ asked: { reason: undefined } });
  });

  it('takes days as they are in Paris, the last one to its end', () => {
    expect(read({ du: '2026-03-03', au: '2026-03-03' })).toMatchObject({
      asked: { period: { from: '2026-03-02T23:00:00.000Z', before: '2026-03-03T23:00:00.000Z' } },
    });
    // The clocks go forward on the 29th: that day has 23 hours.
    expect(read({ du: '2026-03-29', au: '2026-03-29' })).toMatchObject({
      asked: { period: { from: '2026-03-28T23:00:00.000Z', before: '2026-03-29T22:00:00.000Z' } },
    });
    expect(read({ au: '2026-12-31' })).toMatchObject({
      asked: { period: { from: null, before: '2026-12-31T23:00:00.000Z' } },
    });
  });

  it('keeps a reason without the spaces around it', () => {
    expect(read({ motif: ' Contrôle interne 2026-11 ' })).toMatchObject({
      asked: { reason: 'Contrôle interne 2026-11' },
    });
  });

  it.each([
    [{ le: 'hier' }, { le: 'notAnInstant' }],
    [{ le: '2026-02-31T10:00' }, { le: 'notAnInstant' }],
    [{ le: '2026-11-22T10:00' }, { le: 'stillToCome' }],
    [{ du: 'hier' }, { du: 'notADay' }],
    [{ du: '2026-02-31' }, { du: 'notADay' }],
    [{ du: '2026-03-03T10:00' }, { du: 'notADay' }],
    [{ au: '0001-01-01' }, { au: 'notADay' }],
    [{ du: '2026-03-03', au: '2026-03-02' }, { au: 'periodBackwards' }],
    [{ motif: 'ab' }, { motif: 'reasonNotValid' }],
    [{ motif: 'x'.repeat(201) }, { motif: 'reasonNotValid' }],
    [{ motif: 'dossier\n114' }, { motif: 'reasonNotValid' }],
    [{ motif: 'dossier \u202e411' }, { motif: 'reasonNotValid' }],
    [
      { le: 'x', du: 'x', au: 'x', motif: 'x' },
      { le: 'notAnInstant', du: 'notADay', au: 'notADay', motif: 'reasonNotValid' },
    ],
  ])('says of %j what is wrong, field by field (AUD-04)', (asked, slips) => {
    expect(read(asked)).toEqual({ ok: false, slips });
  });
});

describe('a period', () => {
  const period = { from: '2026-03-02T23:00:00.000Z', before: '2026-03-03T23:00:00.000Z' };

  it('holds its first instant, and not that of the day after', () => {
    expect(isWithin(period, period.from)).toBe(true);
    expect(isWithin(period, '2026-03-03T22:59:59.999Z')).toBe(true);
    expect(isWithin(period, period.before)).toBe(false);
    expect(isWithin(period, '2026-03-02T22:59:59.999Z')).toBe(false);
  });

  it('may be open at either end', () => {
    expect(isWithin({ ...period, from: null }, '1970-01-01T00:00:00.000Z')).toBe(true);
    expect(isWithin({ ...period, before: null }, '2999-01-01T00:00:00.000Z')).toBe(true);
  });
});
