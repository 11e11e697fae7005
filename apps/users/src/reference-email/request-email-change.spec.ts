import { describe, expect, it } from '@jest/globals';
import { given } from '#event-sourcing/testing';
import { about, asked, changed, coolOffEnds, erased, registered } from '../user/user.examples.js';
import { user, type User } from '../user/user.js';
import { removeEmail } from './remove-email.js';
import { requestEmailChange } from './request-email-change.js';

const at = '2026-11-22T08:00:00.000Z';
const facts = {
  changeId: 'change-1',
  slot: 'first' as const,
  email: 'nouvelle@exemple.fr',
  oldAddressUnusable: false,
  at,
};
const request =
  (more: Partial<Parameters<typeof requestEmailChange>[1]> = {}) =>
  (state: User) =>
    requestEmailChange(state, { ...facts, ...more });
const second = [
  registered(),
  asked({ slot: 'second' }),
  about('NewAddressConfirmed'),
  about('OldAddressAccepted'),
  changed(at),
];

describe('ask for another reference address', () => {
  it('waits for both addresses: 24 hours for the new one, 7 days for the old one (REF-02, REF-04, FRG-11)', () => {
    given(user, registered()).when(request()).records(asked());
  });

  it('waits 72 hours instead of an old address that nobody can read', () => {
    given(user, registered())
      .when(request({ oldAddressUnusable: true }))
      .records(asked({ effectiveFrom: coolOffEnds }));
  });

  it('can be the second one (REF-03)', () => {
    given(user, registered())
      .when(request({ slot: 'second' }))
      .records(asked({ slot: 'second' }));
  });

  it('changes nothing yet', () => {
    expect(given(user, registered()).when(request()).thenState()).toMatchObject({
      addresses: { first: 'marie@exemple.fr', second: null },
    });
  });

  it('is refused for an address they already have, in any spelling and either place', () => {
    given(user, registered())
      .when(request({ email: 'Marie@exemple.fr' }))
      .refuses('email-unchanged');
    given(user, ...second)
      .when(request({ changeId: 'change-2' }))
      .refuses('email-unchanged');
  });

  it('takes the place of a request that still waits', () => {
    const after = given(user, registered(), asked())
      .when(request({ changeId: 'change-2', email: 'autre@exemple.fr' }))
      .thenState();
    expect(after).toMatchObject({
      changes: [
        { changeId: 'change-1', stage: 'replaced' },
        { changeId: 'change-2', stage: 'pending' },
      ],
    });
  });

  it('records nothing when the same request comes again', () => {
    given(user, registered(), asked()).when(request()).recordsNothing();
  });

  it('needs somebody to ask for', () => {
    given(user).when(request()).refuses('unknown-user');
    given(user, registered(), erased).when(request()).refuses('unknown-user');
  });
});

describe('remove a reference address', () => {
  const remove = (slot: 'first' | 'second') => (state: User) =>
    removeEmail(state, { changeId: 'change-2', slot, at });

  it('never removes the first one (REF-06)', () => {
    given(user, registered()).when(remove('first')).refuses('only-address');
    given(user, ...second)
      .when(remove('first'))
      .refuses('only-address');
  });

  it('removes the second one at once', () => {
    const removed = given(user, ...second).when(remove('second'));
    removed.records({
      type: 'ReferenceEmailRemoved',
      data: { schoolId: 'school-1', changeId: 'change-2', at, vetoUntil: '2026-11-29T08:00:00.000Z' },
    });
    expect(removed.thenState()).toMatchObject({ addresses: { first: 'marie@exemple.fr', second: null } });
  });

  it('has nothing to remove without a second one', () => {
    given(user, registered()).when(remove('second')).refuses('email-unchanged');
    given(user).when(remove('second')).refuses('unknown-user');
  });
});
