import { describe, expect, it } from '@jest/globals';
import { given } from '#event-sourcing/testing';
import { countSupportCase } from './count-support-case.js';
import { contactsAreHeld, holdContacts } from './hold-contacts.js';
import {
  acceptEmailChange,
  confirmNewAddress,
  vetoEmailChange,
} from '../reference-email/follow-email-link.js';
import { settleEmailChange } from '../reference-email/settle-email-change.js';
import { about, asked, coolOffEnds, deactivated, erased, registered } from './user.examples.js';
import type { UserEvent } from './user.events.js';
import { user, type User } from './user.js';

const day = (count: number) => new Date(Date.UTC(2026, 10, 1 + count, 8)).toISOString();
const counted = (caseId: string, days: number): UserEvent => ({
  type: 'SupportCaseCounted',
  data: { schoolId: 'school-1', caseId, at: day(days) },
});
const held = (until: string): UserEvent => ({
  type: 'ContactsHeld',
  data: { schoolId: 'school-1', caseId: 'c1', until },
});

const cancelled: UserEvent = {
  type: 'ReferenceEmailChangeCancelled',
  data: { schoolId: 'school-1', changeId: 'change-1', caseId: 'c1' },
};

describe('cases of support for one account', () => {
  it('are three in any seven days (TEL-10)', () => {
    const three = [counted('c1', 0), counted('c2', 1), counted('c3', 2)];
    given(user, registered(), ...three.slice(0, 2))
      .when((state) => countSupportCase(state, { caseId: 'c3', at: day(2) }))
      .records(three[2]!);
    given(user, registered(), ...three)
      .when((state) => countSupportCase(state, { caseId: 'c4', at: day(6) }))
      .refuses('too-many-cases');
    given(user, registered(), ...three)
      .when((state) => countSupportCase(state, { caseId: 'c4', at: day(7) }))
      .records(counted('c4', 7));
    given(user, registered(), ...three)
      .when((state) => countSupportCase(state, { caseId: 'c3', at: day(3) }))
      .recordsNothing();
  });

  it('are for active users', () => {
    given(user)
      .when((state) => countSupportCase(state, { caseId: 'c1', at: day(0) }))
      .refuses('unknown-user');
    given(user, registered(), deactivated)
      .when((state) => countSupportCase(state, { caseId: 'c1', at: day(0) }))
      .refuses('deactivated');
  });
});

describe('holding contacts', () => {
  it('lasts until the latest moment it was asked for (TEL-09)', () => {
    given(user, registered())
      .when((state) => holdContacts(state, { caseId: 'c1', until: day(1) }))
      .records(held(day(1)));
    given(user, registered(), held(day(1)))
      .when((state) => holdContacts(state, { caseId: 'c1', until: day(3) }))
      .records(held(day(3)));
    given(user, registered(), held(day(3)))
      .when((state) => holdContacts(state, { caseId: 'c1', until: day(1) }))
      .recordsNothing();
    const state = given(user, registered(), held(day(3))).state();
    expect(contactsAreHeld(state, day(2))).toBe(true);
    expect(contactsAreHeld(state, day(3))).toBe(false);
    expect(contactsAreHeld(given(user, registered()).state(), day(0))).toBe(false);
    for (const history of [[], [registered(), erased]])
      given(user, ...history)
        .when((now) => holdContacts(now, { caseId: 'c1', until: day(1) }))
        .recordsNothing();
  });

  it('cancels a change of address that waits, however far it has come, and no link brings it back (TEL-09)', () => {
    const confirmed = about('NewAddressConfirmed');
    const cooling = [registered(), asked({ effectiveFrom: coolOffEnds }), confirmed];
    const hold = (state: User) => holdContacts(state, { caseId: 'c1', until: day(40) });
    given(user, ...cooling)
      .when(hold)
      .records(held(day(40)), cancelled);
    given(user, ...cooling, held(day(40)))
      .when(hold)
      .records(cancelled);
    const after = [...cooling, held(day(40)), cancelled];
    given(user, ...after)
      .when(hold)
      .recordsNothing();
    const facts = { changeId: 'change-1', at: coolOffEnds };
    given(user, ...after)
      .when((state) => settleEmailChange(state, facts))
      .recordsNothing();
    for (const decide of [confirmNewAddress, acceptEmailChange])
      given(user, ...after)
        .when((state) => decide(state, facts))
        .refuses('expired');
    given(user, ...after)
      .when((state) => vetoEmailChange(state, facts))
      .refuses('already-decided');
    expect(given(user, ...after).state()).toMatchObject({ addresses: { first: 'marie@exemple.fr' } });
  });
});
