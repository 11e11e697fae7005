import { describe, expect, it } from '@jest/globals';
import { userView as contract } from '#contracts';
import { given } from '#event-sourcing/testing';
import { isSchoolMember } from '../user/school-member.js';
import { about, asked, changed, coolOffEnds, registered } from '../user/user.examples.js';
import type { UserEvent } from '../user/user.events.js';
import { user } from '../user/user.js';
import { noSignIn, stateOf, userView } from './user-view.js';

const soon = '2026-11-22T09:00:00.000Z';
const view = (history: UserEvent[], at = soon, signIn = noSignIn) => {
  const state = given(user, registered(), ...history).state();
  if (!isSchoolMember(state)) throw new Error('of a school');
  const seen = userView('u1', state, signIn, at);
  expect(contract.parse(seen)).toEqual(seen);
  return seen;
};

describe('what the manager sees of a user', () => {
  it('is who they are and where they stand', () => {
    expect(view([])).toEqual({
      userId: 'u1',
      identifier: 'marie.dupont',
      name: 'Marie Dupont',
      role: 'instructor',
      email: 'marie@exemple.fr',
      state: 'awaiting-first-key',
      secondFactor: false,
    });
    const signIn = {
      hasKey: true,
      failedTooOften: false,
      hasFactor: true,
      lastSignIn: { at: soon, position: 7 },
    };
    expect(view([], soon, signIn)).toMatchObject({
      state: 'active',
      secondFactor: true,
      lastSignInAt: soon,
    });
  });

  it('shows a second address', () => {
    expect(view([asked({ slot: 'second' }), changed(soon)])).toMatchObject({
      secondEmail: 'nouvelle@exemple.fr',
    });
  });

  it('says since when mail does not arrive, until it does or the address is another (EML-07)', () => {
    const at = '2026-11-22T08:30:00.000Z';
    const of = (type: 'ReferenceEmailRefused' | 'ReferenceEmailReached', when = at): UserEvent => ({
      type,
      data: { schoolId: 'school-1', at: when },
    });
    expect(view([of('ReferenceEmailRefused')]).mailRefusedSince).toBe(at);
    expect(view([of('ReferenceEmailRefused'), of('ReferenceEmailReached', soon)])).not.toHaveProperty(
      'mailRefusedSince',
    );
    expect(view([asked(), of('ReferenceEmailRefused'), changed(soon)])).not.toHaveProperty(
      'mailRefusedSince',
    );
  });

  it('shows what a pending change waits for, as long as it can come about', () => {
    const pending = asked({ effectiveFrom: coolOffEnds });
    expect(view([pending]).pendingEmail).toEqual({
      changeId: 'change-1',
      email: 'nouvelle@exemple.fr',
      requestedAt: '2026-11-22T08:00:00.000Z',
      awaits: ['new-address', 'cool-off'],
      effectiveFrom: coolOffEnds,
    });
    expect(view([pending, about('NewAddressConfirmed')]).pendingEmail?.awaits).toEqual(['cool-off']);
    expect(view([pending], '2026-11-23T08:00:00.000Z').pendingEmail).toBeUndefined();
  });

  it.each([
    [true, false, false, 'awaiting-first-key'],
    [true, true, false, 'active'],
    [true, true, true, 'disabled-by-failures'],
    [false, true, true, 'deactivated'],
  ])('active %s, key %s, failures %s: %s', (active, hasKey, failedTooOften, state) => {
    expect(stateOf(active, { hasKey, failedTooOften })).toBe(state);
  });
});
