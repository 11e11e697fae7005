import { describe, expect, it } from '@jest/globals';
import { given } from '#event-sourcing/testing';
import { about, asked, changed, coolOffEnds, erased, registered } from '../user/user.examples.js';
import type { UserEvent } from '../user/user.events.js';
import { user, type User } from '../user/user.js';
import { acceptEmailChange, confirmNewAddress, vetoEmailChange } from './follow-email-link.js';
import { settleEmailChange } from './settle-email-change.js';

const soon = '2026-11-22T09:00:00.000Z';
const by =
  <R>(
    decide: (state: User, facts: { changeId: string; at: string }) => R,
    at = soon,
    changeId = 'change-1',
  ) =>
  (state: User) =>
    decide(state, { changeId, at });
const confirmed = about('NewAddressConfirmed');
const accepted = about('OldAddressAccepted');
const vetoed = about('ReferenceEmailChangeVetoed');
const waiting = [registered(), asked()];
const cooling = [registered(), asked({ effectiveFrom: coolOffEnds })];

describe('confirm the new address', () => {
  it('is not enough by itself (REF-02)', () => {
    given(user, ...waiting)
      .when(by(confirmNewAddress))
      .records(confirmed);
  });

  it('puts the change in force once the old one has accepted', () => {
    const done = given(user, ...waiting, accepted).when(by(confirmNewAddress));
    done.records(confirmed, changed(soon));
    expect(done.thenState()).toMatchObject({ addresses: { first: 'nouvelle@exemple.fr' } });
  });

  it('comes too late after 24 hours (REF-02)', () => {
    given(user, ...waiting)
      .when(by(confirmNewAddress, '2026-11-23T07:59:59.999Z'))
      .records(confirmed);
    given(user, ...waiting)
      .when(by(confirmNewAddress, '2026-11-23T08:00:00.000Z'))
      .refuses('expired');
  });

  it('records nothing the second time', () => {
    given(user, ...waiting, confirmed)
      .when(by(confirmNewAddress))
      .recordsNothing();
    given(user, ...waiting, confirmed, accepted, changed(soon))
      .when(by(confirmNewAddress))
      .recordsNothing();
  });

  it('does nothing for a request that was replaced, vetoed or never made', () => {
    given(user, ...waiting, asked({ changeId: 'change-2' }))
      .when(by(confirmNewAddress))
      .refuses('expired');
    given(user, ...waiting, vetoed)
      .when(by(confirmNewAddress))
      .refuses('already-decided');
    given(user, registered()).when(by(confirmNewAddress)).refuses('link-not-valid');
    given(user, ...waiting, erased)
      .when(by(confirmNewAddress))
      .refuses('link-not-valid');
  });
});

describe('accept by the old address', () => {
  it('puts the change in force once the new one has confirmed', () => {
    given(user, ...waiting, confirmed)
      .when(by(acceptEmailChange))
      .records(accepted, changed(soon));
  });

  it('may come first', () => {
    given(user, ...waiting)
      .when(by(acceptEmailChange))
      .records(accepted);
  });

  it('may come until seven days after the request, if the new one confirmed in time', () => {
    const last = '2026-11-29T07:59:59.999Z';
    given(user, ...waiting, confirmed)
      .when(by(acceptEmailChange, last))
      .records(accepted, changed(last));
    given(user, ...waiting, confirmed)
      .when(by(acceptEmailChange, '2026-11-29T08:00:00.000Z'))
      .refuses('expired');
    given(user, ...waiting)
      .when(by(acceptEmailChange, last))
      .refuses('expired');
  });

  it('shortens a cool-off', () => {
    given(user, ...cooling, confirmed)
      .when(by(acceptEmailChange))
      .records(accepted, changed(soon));
  });
});

describe('the cool-off', () => {
  it('ends 72 hours after the request, not before', () => {
    given(user, ...cooling, confirmed)
      .when(by(settleEmailChange, '2026-11-25T07:59:59.999Z'))
      .recordsNothing();
    given(user, ...cooling, confirmed)
      .when(by(settleEmailChange, coolOffEnds))
      .records(changed(coolOffEnds));
  });

  it('does not replace the confirmation of the new address (REF-02)', () => {
    given(user, ...cooling)
      .when(by(settleEmailChange, coolOffEnds))
      .recordsNothing();
  });

  it('does not exist where the old address was to be asked', () => {
    given(user, ...waiting, confirmed)
      .when(by(settleEmailChange, coolOffEnds))
      .recordsNothing();
  });

  it('has no effect on a change that was vetoed, replaced or already in force', () => {
    const settle = by(settleEmailChange, coolOffEnds);
    given(user, ...cooling, confirmed, vetoed)
      .when(settle)
      .recordsNothing();
    given(user, ...cooling, confirmed, asked({ changeId: 'change-2' }))
      .when(settle)
      .recordsNothing();
    given(user, ...cooling, confirmed, changed(coolOffEnds))
      .when(settle)
      .recordsNothing();
    given(user).when(settle).recordsNothing();
  });
});

describe('veto by the old address', () => {
  const inForce = [...cooling, confirmed, changed(coolOffEnds)];

  it('ends a change that still waits', () => {
    const done = given(user, ...waiting, confirmed).when(by(vetoEmailChange));
    done.records(vetoed);
    expect(done.thenState()).toMatchObject({
      addresses: { first: 'marie@exemple.fr' },
      changes: [{ stage: 'vetoed' }],
    });
  });

  it('restores the former address after the change took effect (REF-04)', () => {
    const done = given(user, ...inForce).when(by(vetoEmailChange, '2026-11-29T07:59:59.999Z'));
    done.records(vetoed);
    expect(done.thenState()).toMatchObject({ addresses: { first: 'marie@exemple.fr', second: null } });
  });

  it('comes too late seven days after the request (REF-04)', () => {
    given(user, ...inForce)
      .when(by(vetoEmailChange, '2026-11-29T08:00:00.000Z'))
      .refuses('expired');
  });

  it('undoes what was built on the vetoed change, in either place: nobody settles in the other one meanwhile', () => {
    const stolen: UserEvent[] = [
      ...inForce,
      asked({ changeId: 'change-2', slot: 'second', email: 'voleur@exemple.fr' }),
      about('NewAddressConfirmed', 'change-2'),
      about('OldAddressAccepted', 'change-2'),
      changed('2026-11-26T08:00:00.000Z', 'change-2'),
      asked({ changeId: 'change-3', email: 'voleur3@exemple.fr' }),
    ];
    const after = given(user, ...stolen)
      .when(by(vetoEmailChange, '2026-11-27T08:00:00.000Z'))
      .thenState();
    expect(after).toMatchObject({
      addresses: { first: 'marie@exemple.fr', second: null },
      changes: [{ stage: 'vetoed' }, { stage: 'vetoed' }, { stage: 'vetoed' }],
    });
  });

  it('leaves what was decided before alone', () => {
    const history = [...inForce, asked({ changeId: 'change-2', email: 'autre@exemple.fr' })];
    const after = given(user, ...history)
      .when(by(vetoEmailChange, soon, 'change-2'))
      .thenState();
    expect(after).toMatchObject({
      addresses: { first: 'nouvelle@exemple.fr' },
      changes: [{ stage: 'in-force' }, { stage: 'vetoed' }],
    });
  });

  it('records nothing the second time, and finds a replaced request decided', () => {
    given(user, ...waiting, vetoed)
      .when(by(vetoEmailChange))
      .recordsNothing();
    given(user, ...waiting, asked({ changeId: 'change-2' }))
      .when(by(vetoEmailChange))
      .refuses('already-decided');
    given(user).when(by(vetoEmailChange)).refuses('link-not-valid');
  });

  it('brings back a second address that was removed (REF-04)', () => {
    const removed: UserEvent = {
      type: 'ReferenceEmailRemoved',
      data: { schoolId: 'school-1', changeId: 'change-2', at: soon, vetoUntil: '2026-11-29T09:00:00.000Z' },
    };
    const history = [
      registered(),
      asked({ slot: 'second', email: 'deux@exemple.fr' }),
      confirmed,
      accepted,
      changed(soon),
      removed,
    ];
    const after = given(user, ...history)
      .when(by(vetoEmailChange, soon, 'change-2'))
      .thenState();
    expect(after).toMatchObject({ addresses: { first: 'marie@exemple.fr', second: 'deux@exemple.fr' } });
  });
});
