import { describe, expect, it } from '@jest/globals';
import { given } from '#event-sourcing/testing';
import { acceptRecoveryCode } from './accept-recovery-code.js';
import { approveRecovery } from './approve-recovery.js';
import { closeCase } from './close-case.js';
import { completeRecovery } from './complete-recovery.js';
import { discloseIdentifier } from './disclose-identifier.js';
import { issueRecoveryCode } from './issue-recovery-code.js';
import { openCase } from './open-case.js';
import { placeCallBack } from './place-call-back.js';
import { rejectRecoveryCode } from './reject-recovery-code.js';
import { requestRecovery } from './request-recovery.js';
import { settleCallBack } from './settle-call-back.js';
import type { SupportCaseEvent } from './support-case.events.js';
import { supportCase } from './support-case.js';
import {
  accepted,
  answered,
  approved,
  closed,
  completed,
  disclosed,
  hugo,
  issued,
  lea,
  minutes,
  missed,
  onTheLine,
  opened,
  phone,
  placed,
  rejected,
  requested,
  start,
  vetoed,
} from './support-case.examples.js';
import { vetoCase } from './veto-case.js';

const ofLea = (minute: number) => ({ operatorId: lea, at: minutes(minute), phone });
const ofHugo = (minute: number) => ({ ...ofLea(minute), operatorId: hugo });
const changed = { ...phone, changedAt: minutes(1) };
const otherNumber = { ...phone, lastDigits: '00' };

describe('opening a case', () => {
  const facts = { schoolId: 'school-1', userId: 'manager-1', operatorId: lea, at: start };

  it('opens nothing but the case: the inbound call proves nothing (TEL-02)', () => {
    given(supportCase)
      .when((state) => openCase(state, { ...facts, phone }))
      .records(opened);
    given(supportCase, opened)
      .when((state) => openCase(state, { ...facts, phone }))
      .recordsNothing();
  });

  it('ends at once, on record, when the number changed yesterday (TEL-03, TST-32)', () => {
    const phoneOf = (days: number) => ({ ...phone, changedAt: minutes(-days * 24 * 60) });
    for (const days of [1, 29]) {
      given(supportCase)
        .when((state) => openCase(state, { ...facts, phone: phoneOf(days) }))
        .records(opened, { type: 'CaseClosed', data: { at: start, outcome: 'number-changed-lately' } });
    }
    given(supportCase)
      .when((state) => openCase(state, { ...facts, phone: phoneOf(30) }))
      .records(opened);
  });

  it('ends at once without a number on file (TEL-03)', () => {
    const state = given(supportCase)
      .when((case_) => openCase(case_, { ...facts, phone: { changedAt: null, lastDigits: null } }))
      .thenState();
    expect(state).toMatchObject({ status: 'closed', outcome: 'no-number' });
  });
});

describe('calling back', () => {
  it('is for the opener, to the number the case was opened with (TEL-02)', () => {
    const call = { callId: 'call-1' };
    given(supportCase, opened)
      .when((state) => placeCallBack(state, { ...ofLea(1), ...call }))
      .records(placed);
    given(supportCase, opened)
      .when((state) => placeCallBack(state, { ...ofHugo(1), ...call }))
      .refuses('not-your-case');
    for (const other of [changed, otherNumber]) {
      given(supportCase, opened)
        .when((state) => placeCallBack(state, { ...ofLea(2), ...call, phone: other }))
        .refuses('number-changed');
    }
    const reliable = { ...phone, changedAt: minutes(-40 * 24 * 60) };
    given(supportCase, opened)
      .when((state) => placeCallBack(state, { ...ofLea(1), ...call, phone: reliable }))
      .records(placed);
    given(supportCase)
      .when((state) => placeCallBack(state, { ...ofLea(1), ...call }))
      .refuses('unknown-case');
  });

  it('was answered or was not, and is told so once', () => {
    given(supportCase, opened, placed)
      .when((state) => settleCallBack(state, { ...ofLea(2), answered: true }))
      .records(answered());
    given(supportCase, opened, placed)
      .when((state) => settleCallBack(state, { ...ofLea(2), answered: false }))
      .records(missed);
    given(supportCase, ...onTheLine)
      .when((state) => settleCallBack(state, { ...ofLea(3), answered: false }))
      .recordsNothing();
    given(supportCase, opened, placed, missed)
      .when((state) => settleCallBack(state, { ...ofLea(3), answered: true }))
      .refuses('call-needed');
    given(supportCase, opened, placed)
      .when((state) => settleCallBack(state, { ...ofHugo(2), answered: true }))
      .refuses('not-your-case');
  });
});

describe.each([
  ['disclosing the identifier', discloseIdentifier],
  [
    'requesting a recovery',
    (state: Parameters<typeof requestRecovery>[0], facts: ReturnType<typeof ofLea>) =>
      requestRecovery(state, { ...facts, mailbox: 'lost', factorsLost: false }),
  ],
])('%s', (_, decide) => {
  it('needs an answered call of the last half hour (TEL-02, TST-32)', () => {
    for (const history of [[opened], [opened, placed], [opened, placed, missed]]) {
      given(supportCase, ...history)
        .when((state) => decide(state, ofLea(3)))
        .refuses('call-needed');
    }
    given(supportCase, ...onTheLine)
      .when((state) => decide(state, ofLea(32)))
      .refuses('call-needed');
  });

  it('is for the opener alone, in an open case, while the number stays (TEL-03)', () => {
    given(supportCase, ...onTheLine)
      .when((state) => decide(state, ofHugo(3)))
      .refuses('not-your-case');
    given(supportCase, ...onTheLine, closed)
      .when((state) => decide(state, ofLea(12)))
      .refuses('case-closed');
    given(supportCase, ...onTheLine)
      .when((state) => decide(state, { ...ofLea(3), phone: changed }))
      .refuses('number-changed');
  });
});

describe('disclosing the identifier', () => {
  it('is recorded once, whoever asks again', () => {
    given(supportCase, ...onTheLine)
      .when((state) => discloseIdentifier(state, ofLea(3)))
      .records(disclosed);
    given(supportCase, ...onTheLine, disclosed)
      .when((state) => discloseIdentifier(state, ofLea(4)))
      .recordsNothing();
  });
});

describe('recovering', () => {
  it('waits 48 hours when the mailbox is lost too, and not otherwise (TEL-07)', () => {
    for (const mailbox of ['read', 'lost'] as const) {
      given(supportCase, ...onTheLine)
        .when((state) => requestRecovery(state, { ...ofLea(3), mailbox, factorsLost: false }))
        .records(requested(mailbox));
    }
  });

  it('waits 48 hours as well where the second factors are to go, whatever the mailbox (TEL-11)', () => {
    for (const mailbox of ['read', 'lost'] as const) {
      given(supportCase, ...onTheLine)
        .when((state) => requestRecovery(state, { ...ofLea(3), mailbox, factorsLost: true }))
        .records(requested(mailbox, true));
    }
  });

  it('begins again, approval included, when the second factors turn out to be lost (TEL-11)', () => {
    const state = given(supportCase, ...onTheLine, requested('read'), approved)
      .when((case_) => requestRecovery(case_, { ...ofLea(6), mailbox: 'read', factorsLost: true }))
      .thenState();
    expect(state).toMatchObject({ recovery: { factorsLost: true, approvedBy: null } });
  });

  it('begins again, approval included, when the mailbox turns out to be lost', () => {
    const state = given(supportCase, ...onTheLine, requested('read'), approved)
      .when((case_) => requestRecovery(case_, { ...ofLea(6), mailbox: 'lost', factorsLost: false }))
      .thenState();
    expect(state).toMatchObject({ recovery: { mailbox: 'lost', approvedBy: null } });
    given(supportCase, ...onTheLine, requested('read'), approved)
      .when((case_) => requestRecovery(case_, { ...ofLea(6), mailbox: 'read', factorsLost: false }))
      .recordsNothing();
  });

  it('is approved by another operator, never by the opener (TEL-04, TST-32)', () => {
    given(supportCase, ...onTheLine, requested())
      .when((state) => approveRecovery(state, ofHugo(4)))
      .records(approved);
    given(supportCase, ...onTheLine, requested())
      .when((state) => approveRecovery(state, ofLea(4)))
      .refuses('same-operator');
    given(supportCase, ...onTheLine, requested(), approved)
      .when((state) => approveRecovery(state, ofHugo(5)))
      .recordsNothing();
    given(supportCase, ...onTheLine)
      .when((state) => approveRecovery(state, ofHugo(4)))
      .refuses('not-requested');
    given(supportCase)
      .when((state) => approveRecovery(state, ofHugo(4)))
      .refuses('unknown-case');
    given(supportCase, ...onTheLine, requested())
      .when((state) => approveRecovery(state, { ...ofHugo(4), phone: changed }))
      .refuses('number-changed');
  });

  it('comes to a code for ten minutes, on the line and approved (TEL-04, TEL-05)', () => {
    const code = { codeId: 'code-1' };
    given(supportCase, ...onTheLine, requested(), approved)
      .when((state) => issueRecoveryCode(state, { ...ofLea(5), ...code }))
      .records(issued);
    given(supportCase, ...onTheLine, requested())
      .when((state) => issueRecoveryCode(state, { ...ofLea(5), ...code }))
      .refuses('not-approved');
    given(supportCase, ...onTheLine, requested(), approved)
      .when((state) => issueRecoveryCode(state, { ...ofHugo(5), ...code }))
      .refuses('not-your-case');
    given(supportCase, ...onTheLine)
      .when((state) => issueRecoveryCode(state, { ...ofLea(5), ...code }))
      .refuses('not-requested');
  });

  it('gives no code before the 48 hours are over, and then only in a new call (TEL-07, TST-32)', () => {
    const waiting = [...onTheLine, requested('lost'), approved];
    const after = 3 + 48 * 60;
    const issueAt = (minute: number, ...more: (typeof placed)[]) =>
      given(supportCase, ...waiting, ...more).when((state) =>
        issueRecoveryCode(state, { ...ofLea(minute), codeId: 'code-1' }),
      );
    issueAt(5).refuses('waiting-period');
    issueAt(after - 1, placed, answered(after - 5)).refuses('waiting-period');
    issueAt(after).refuses('call-needed');
    expect(issueAt(after, placed, answered(after - 5)).thenState()).toMatchObject({
      recovery: { code: { codeId: 'code-1', expiresAt: minutes(after + 10) } },
    });
  });

  it('lapses after three days, well before the links that can stop it, and is then asked for anew (TEL-07)', () => {
    const lapsed = 3 + (48 + 72) * 60;
    const called = [placed, answered(lapsed - 5)];
    const at = (minute: number) =>
      given(supportCase, ...onTheLine, requested('lost'), approved, ...called).when((state) =>
        issueRecoveryCode(state, { ...ofLea(minute), codeId: 'code-1' }),
      );
    at(lapsed).refuses('request-lapsed');
    expect(at(lapsed - 1).thenState()).toMatchObject({ recovery: { code: { codeId: 'code-1' } } });
    given(supportCase, ...onTheLine, requested('lost'))
      .when((state) => approveRecovery(state, ofHugo(lapsed)))
      .refuses('request-lapsed');
    const anew = given(supportCase, ...onTheLine, requested('lost'), approved, ...called)
      .when((state) => requestRecovery(state, { ...ofLea(lapsed), mailbox: 'lost', factorsLost: false }))
      .thenState();
    expect(anew).toMatchObject({
      recovery: { approvedBy: null, availableFrom: minutes(lapsed + 48 * 60) },
    });
  });

  it('ends at the fifth wrong code (TEL-10, TST-32)', () => {
    const wrong = (count: number) => Array.from({ length: count }, () => rejected);
    const at = minutes(6);
    given(supportCase, ...onTheLine, requested(), approved, issued, ...wrong(3))
      .when((state) => rejectRecoveryCode(state, { at }))
      .records(rejected);
    given(supportCase, ...onTheLine, requested(), approved, issued, ...wrong(4))
      .when((state) => rejectRecoveryCode(state, { at }))
      .records(rejected, { type: 'CaseClosed', data: { at, outcome: 'too-many-wrong-codes' } });
    given(supportCase, ...onTheLine, vetoed)
      .when((state) => rejectRecoveryCode(state, { at }))
      .recordsNothing();
  });

  it('is done once the manager has chosen a key after the code', () => {
    const typed = [...onTheLine, requested(), approved, issued];
    given(supportCase, ...typed)
      .when((state) => acceptRecoveryCode(state, { at: minutes(7) }))
      .records(accepted);
    given(supportCase, ...typed, accepted)
      .when((state) => acceptRecoveryCode(state, { at: minutes(8) }))
      .recordsNothing();
    given(supportCase, ...typed, accepted)
      .when((state) => completeRecovery(state, { at: minutes(9) }))
      .records(completed, { type: 'CaseClosed', data: { at: minutes(9), outcome: 'recovered' } });
    for (const history of [typed, onTheLine]) {
      given(supportCase, ...history)
        .when((state) => completeRecovery(state, { at: minutes(9) }))
        .recordsNothing();
    }
    given(supportCase, ...typed, accepted)
      .when((state) => issueRecoveryCode(state, { ...ofLea(9), codeId: 'code-2' }))
      .refuses('code-used');
    given(supportCase, ...typed, accepted)
      .when((state) => requestRecovery(state, { ...ofLea(9), mailbox: 'lost', factorsLost: false }))
      .refuses('code-used');
  });
});

describe('ending a case', () => {
  it('is the right of whoever reads one of the addresses, until it has ended otherwise (TEL-07, TST-32)', () => {
    const at = minutes(10);
    for (const history of [
      [...onTheLine, requested('lost')],
      [...onTheLine, requested('read'), approved, issued, accepted],
    ]) {
      given(supportCase, ...history)
        .when((state) => vetoCase(state, { at }))
        .records(vetoed);
    }
    given(supportCase, opened, vetoed)
      .when((state) => vetoCase(state, { at }))
      .recordsNothing();
    given(supportCase, opened, closed)
      .when((state) => vetoCase(state, { at }))
      .refuses('already-decided');
    given(supportCase)
      .when((state) => vetoCase(state, { at }))
      .refuses('unknown-case');
  });

  it('leaves nothing to be done in it', () => {
    for (const decide of [placeCallBack, issueRecoveryCode]) {
      given(supportCase, ...onTheLine, requested(), approved, vetoed)
        .when((state) => decide(state, { ...ofLea(11), callId: 'c', codeId: 'c' }))
        .refuses('case-closed');
    }
    given(supportCase, ...onTheLine, requested(), vetoed)
      .when((state) => approveRecovery(state, ofHugo(11)))
      .refuses('case-closed');
  });

  it('is stronger than a code that is typed, or a key chosen after it, at the same moment (TEL-07)', () => {
    const typed = [...onTheLine, requested(), approved, issued];
    given(supportCase, ...typed, vetoed)
      .when((state) => acceptRecoveryCode(state, { at: minutes(11) }))
      .recordsNothing();
    given(supportCase, ...onTheLine)
      .when((state) => acceptRecoveryCode(state, { at: minutes(11) }))
      .recordsNothing();
    given(supportCase, ...typed, accepted, vetoed)
      .when((state) => completeRecovery(state, { at: minutes(11) }))
      .recordsNothing();
  });

  it('is open to any operator, and says what it came to', () => {
    const at = minutes(11);
    const outcome = (...history: (typeof opened)[]) =>
      given(supportCase, ...history)
        .when((state) => closeCase(state, { operatorId: hugo, at }))
        .thenState();
    expect(outcome(...onTheLine, disclosed)).toMatchObject({ outcome: 'identifier-given' });
    expect(outcome(...onTheLine, disclosed, requested())).toMatchObject({ outcome: 'abandoned' });
    expect(outcome(opened)).toMatchObject({ outcome: 'abandoned' });
    given(supportCase, opened, closed)
      .when((state) => closeCase(state, { operatorId: lea, at }))
      .recordsNothing();
    given(supportCase)
      .when((state) => closeCase(state, { operatorId: lea, at }))
      .refuses('unknown-case');
  });
});

describe('a case of somebody who was erased (GDP-02)', () => {
  const forgotten = [opened, placed].map((event) => ({
    ...event,
    data: { ...event.data, numberEnding: null },
  })) as SupportCaseEvent[];
  const gone = { changedAt: null, lastDigits: null };

  it('goes no further: there is no number any more', () => {
    given(supportCase, ...forgotten)
      .when((state) => placeCallBack(state, { ...ofLea(3), callId: 'call-2', phone: gone }))
      .refuses('number-changed');
  });

  it('says what became of the call without the number', () => {
    given(supportCase, ...forgotten)
      .when((state) => settleCallBack(state, { ...ofLea(3), answered: false }))
      .records({
        type: 'CallBackMissed',
        data: { operatorId: lea, at: minutes(3), userId: 'manager-1', numberEnding: null, callId: 'call-1' },
      });
  });
});

describe('the trail of a case', () => {
  it('begins with its opening: nothing happens in a case that nobody opened', () => {
    expect(given(supportCase, placed, vetoed).state()).toEqual({ status: 'unknown' });
  });

  it('tells every step with who and when, and no number (TEL-10)', () => {
    const history = [...onTheLine, disclosed, requested(), approved, issued, rejected, accepted];
    const state = given(supportCase, ...history).state();
    if (state.status === 'unknown') throw new Error('known');
    expect(state.trail.map(({ type }) => type)).toEqual(history.map(({ type }) => type));
    expect(state.trail.at(-1)).toEqual({ type: 'RecoveryCodeAccepted', at: minutes(7), operatorId: null });
    expect(state.trail[5]).toEqual({ type: 'RecoveryApproved', at: minutes(4), operatorId: hugo });
  });

  it('has only events with operator and last digits, but for those that come from elsewhere (TEL-10)', () => {
    for (const step of [opened, placed, answered(), missed, disclosed, requested(), approved, issued]) {
      expect(step.data).toMatchObject({ operatorId: expect.any(String), numberEnding: '78' });
    }
  });
});
