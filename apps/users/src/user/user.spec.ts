import { describe, expect, it } from '@jest/globals';
import { given } from '#event-sourcing/testing';
import { abandoned, deactivated, erased, keyAsked, reactivated, registered } from './user.examples.js';
import type { UserEvent } from './user.events.js';
import { user } from './user.js';

const about = { schoolId: 'school-1' };
const counted = (caseId: string): UserEvent => ({
  type: 'SupportCaseCounted',
  data: { ...about, caseId, at: 'then' },
});
const unlocked: UserEvent = {
  type: 'RecordUnlocked',
  data: { ...about, caseId: 'A-17', reason: 'contrôle', operator: 'anne' },
};

describe('the fold of a user', () => {
  it('begins with what was registered, and nothing more', () => {
    expect(given(user, registered()).state()).toEqual({
      status: 'registered',
      ...about,
      role: 'instructor',
      locale: 'fr',
      active: true,
      identifierDigest: 'd1',
      identifier: 'marie.dupont',
      name: 'Marie Dupont',
      addresses: { first: 'marie@exemple.fr', second: null },
      changes: [],
      keysAskedAt: [],
      supportCases: [],
      contactsHeldUntil: null,
      erasure: null,
    });
  });

  it('remembers the last five keys that were asked for and the last three cases', () => {
    const asked = ['1', '2', '3', '4', '5', '6'].map(keyAsked);
    const cases = ['c1', 'c2', 'c3', 'c4'].map(counted);
    const state = given(user, registered(), ...asked, ...cases).state();
    expect(state).toMatchObject({
      keysAskedAt: ['2', '3', '4', '5', '6'],
      supportCases: [{ caseId: 'c2' }, { caseId: 'c3' }, { caseId: 'c4' }],
    });
  });

  it('is the same whoever reads the record', () => {
    expect(given(user, registered(), unlocked).state()).toEqual(given(user, registered()).state());
  });

  it.each([
    ['never registered', [], { status: 'unknown' }],
    ['abandoned', [registered(), abandoned], { status: 'abandoned' }],
    ['erased', [registered(), erased], { status: 'erased', ...about, identifierDigest: 'd1' }],
  ] as [string, UserEvent[], object][])('nothing happens to one who was %s', (_, history, state) => {
    const after = [deactivated, reactivated, keyAsked('then'), counted('c1')];
    expect(given(user, ...history, ...after).state()).toEqual(state);
  });
});
