import { describe, expect, it } from '@jest/globals';
import { unusualSignIn } from './unusual-sign-in.js';

const at = '2026-11-23T08:00:00.000Z';
const settled = { imported: false, chosenAt: null };
const usual = { knownBrowser: true, failures: 0, at };

describe('unusualSignIn', () => {
  it('tells of a browser that was not known before (LOG-09)', () => {
    expect(unusualSignIn(settled, { ...usual, knownBrowser: false })).toEqual({
      newBrowser: true,
      failures: 0,
    });
    expect(unusualSignIn(settled, usual)).toBeNull();
  });

  it('tells of failures that made somebody wait, and of none before (LOG-09)', () => {
    expect(unusualSignIn(settled, { ...usual, failures: 4 })).toBeNull();
    expect(unusualSignIn(settled, { ...usual, failures: 5 })).toEqual({ newBrowser: false, failures: 5 });
    expect(unusualSignIn(settled, { knownBrowser: false, failures: 12, at })).toEqual({
      newBrowser: true,
      failures: 12,
    });
    expect(unusualSignIn(settled, { knownBrowser: false, failures: 4, at })).toMatchObject({ failures: 0 });
  });

  it('tells nothing of the first use of a key that came from another system (LOG-09)', () => {
    expect(
      unusualSignIn({ ...settled, imported: true }, { knownBrowser: false, failures: 9, at }),
    ).toBeNull();
  });

  it('tells nothing for a day after a key was chosen through a mail (LOG-09)', () => {
    const elsewhere = { ...usual, knownBrowser: false };
    expect(unusualSignIn({ ...settled, chosenAt: '2026-11-22T08:00:00.001Z' }, elsewhere)).toBeNull();
    expect(unusualSignIn({ ...settled, chosenAt: '2026-11-22T08:00:00.000Z' }, elsewhere)).not.toBeNull();
  });
});
