import { describe, expect, it } from '@jest/globals';
import { END, START, provisional, usual } from '../credential/credential.examples.js';
import type { Credential, ProvisionalKey } from '../credential/credential.js';
import { whatToCompare } from './what-to-compare.js';

const facts = { at: START, chosenToo: true, isMeant: (_: ProvisionalKey) => false };
const compare = (state: Credential, more: Partial<typeof facts> = {}) =>
  whatToCompare(state, { ...facts, ...more });
const meant = (issueId: string) => ({ isMeant: (key: ProvisionalKey) => key.issueId === issueId });
const renewing = { ...usual, outstanding: [provisional('i1'), provisional('i2')] };

describe('which hash a typed key is compared with', () => {
  it('is the chosen one', () => {
    expect(compare(usual)).toEqual({ kind: 'chosen', hash: 'hash 1' });
    expect(compare(renewing)).toEqual({ kind: 'chosen', hash: 'hash 1' });
  });

  it('is that of the provisional key that is meant', () => {
    expect(compare(renewing, meant('i2'))).toEqual({
      kind: 'provisional',
      issueId: 'i2',
      hash: 'hash of i2',
    });
  });

  it('is no expired one (FRG-01), and none whose data key is destroyed', () => {
    expect(compare(renewing, { ...meant('i1'), at: END })).toMatchObject({ kind: 'chosen' });
    const erased = { ...usual, outstanding: [{ ...provisional('i1'), hash: null }] };
    expect(compare(erased, meant('i1'))).toMatchObject({ kind: 'chosen' });
  });

  it('is a decoy where there is nothing to compare with (LOG-02)', () => {
    const decoy = { kind: 'decoy' };
    expect(compare({ kind: 'none' })).toEqual(decoy);
    expect(compare({ ...usual, hash: null })).toEqual(decoy);
    expect(compare({ ...renewing, deactivated: true }, meant('i1'))).toEqual(decoy);
  });

  it('is never the chosen one while failures have disabled it or the account waits; a provisional one still is', () => {
    for (const [state, more] of [
      [{ ...renewing, disabledByFailures: true }, {}],
      [renewing, { chosenToo: false }],
    ] as const) {
      expect(compare(state, more)).toEqual({ kind: 'decoy' });
      expect(compare(state, { ...more, ...meant('i1') })).toMatchObject({ kind: 'provisional' });
    }
  });
});
