import { describe, it } from '@jest/globals';
import { given } from '#event-sourcing/testing';
import { eraseAgain } from './erase-again.js';
import { eraseDeparted } from './erase-departed.js';
import { eraseUser } from './erase-user.js';
import { requestErasure } from './request-erasure.js';
import { abandoned, deactivated, erased, reactivated, registered } from './user.examples.js';
import type { UserEvent } from './user.events.js';
import { user } from './user.js';

const at = '2026-11-22T08:00:00.000Z';
const expiresAt = '2026-11-29T08:00:00.000Z';
const request = { requestId: 'r1', operator: 'anne', reason: 'dossier 114', at, expiresAt };
const requested: UserEvent = { type: 'ErasureRequested', data: { schoolId: 'school-1', ...request } };
const alone = { operator: 'anne', at, alone: true, requestId: undefined, reason: 'dossier 114' };
const agreeing = { ...alone, operator: 'bruno', alone: false, requestId: 'r1', reason: undefined };
const erasedBy = (...operators: string[]): UserEvent => ({
  type: 'UserErased',
  data: { schoolId: 'school-1', reason: 'dossier 114', operators },
});

describe('erase a user', () => {
  it('takes one operator where one is enough', () => {
    given(user, registered())
      .when((state) => eraseUser(state, alone))
      .records(erasedBy('anne'));
    given(user, registered())
      .when((state) => eraseUser(state, { ...alone, reason: undefined }))
      .refuses('reason-missing');
  });

  it('takes two in production: one asks, another agrees within a week', () => {
    given(user, registered())
      .when((state) => eraseUser(state, { ...alone, alone: false }))
      .refuses('needs-two-people');
    given(user, registered())
      .when((state) => requestErasure(state, request))
      .records(requested);
    const erasedByTwo = erasedBy('anne', 'bruno');
    given(user, registered(), requested)
      .when((state) => eraseUser(state, agreeing))
      .records({ ...erasedByTwo, data: { ...erasedByTwo.data, requestId: 'r1' } } as UserEvent);
    given(user, registered(), requested)
      .when((state) => eraseUser(state, { ...agreeing, at: expiresAt }))
      .refuses('request-expired');
  });

  it.each(['anne', 'Anne'])('does not let %s agree with herself', (operator) => {
    given(user, registered(), requested)
      .when((state) => eraseUser(state, { ...agreeing, operator }))
      .refuses('same-operator');
  });

  it('agrees to nothing that was not asked', () => {
    given(user, registered())
      .when((state) => eraseUser(state, agreeing))
      .refuses('unknown-request');
    given(user, registered(), requested)
      .when((state) => eraseUser(state, { ...agreeing, requestId: 'r2' }))
      .refuses('unknown-request');
  });

  it.each(['demande de Mme DUPONT', 'pour marie.dupont', 'écrit de marie@exemple.fr'])(
    'takes no reason that would outlive the person: %s (GDP-02)',
    (reason) => {
      given(user, registered())
        .when((state) => eraseUser(state, { ...alone, reason }))
        .refuses('reason-names-the-person');
      given(user, registered())
        .when((state) => requestErasure(state, { ...request, reason }))
        .refuses('reason-names-the-person');
    },
  );

  it('changes nothing the second time, and knows nobody who never was', () => {
    given(user, registered(), erased)
      .when((state) => eraseUser(state, alone))
      .recordsNothing();
    given(user, registered(), erased)
      .when((state) => requestErasure(state, request))
      .refuses('already-erased');
    for (const history of [[], [abandoned]]) {
      given(user, ...history)
        .when((state) => eraseUser(state, alone))
        .refuses('unknown-user');
      given(user, ...history)
        .when((state) => requestErasure(state, request))
        .refuses('unknown-user');
    }
  });

  it('takes nobody where they have been gone for as long as we keep them, and nobody who is back (GDP-06)', () => {
    given(user, registered(), deactivated)
      .when(eraseDeparted)
      .records({
        type: 'UserErased',
        data: { schoolId: 'school-1', reason: 'retention', operators: ['retention'] },
      });
    for (const history of [
      [registered()],
      [registered(), deactivated, reactivated],
      [registered(), deactivated, erased],
      [abandoned],
      [],
    ])
      given(user, ...history)
        .when(eraseDeparted)
        .recordsNothing();
  });

  it('erases again whom an older backup brought back, as it was decided, and nobody else (GDP-03)', () => {
    const decided = { reason: 'dossier 114', operators: ['anne'] };
    given(user, registered())
      .when((state) => eraseAgain(state, decided))
      .records(erasedBy('anne'));
    given(user, registered(), erased)
      .when((state) => eraseAgain(state, decided))
      .recordsNothing();
    given(user)
      .when((state) => eraseAgain(state, decided))
      .recordsNothing();
  });
});
