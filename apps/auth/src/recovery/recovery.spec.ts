import { describe, expect, it } from '@jest/globals';
import { given } from '#event-sourcing/testing';
import { cancelCaseCode } from './cancel-case-code.js';
import { caseCodeIn } from './case-code-text.js';
import { caseThatLostFactors } from './case-that-lost-factors.js';
import { holdCaseCode } from './hold-case-code.js';
import { holdCaseProof } from './hold-case-proof.js';
import { liveCode } from './live-code.js';
import { recovery } from './recovery.js';
import type { RecoveryEvent } from './recovery.events.js';
import { recoveryMessages } from './recovery.messages.js';
import { redeemCaseCode } from './redeem-case-code.js';
import { rejectCaseCode } from './reject-case-code.js';
import { spentCodeKeys } from './spent-code-keys.js';

const at = '2026-11-22T08:00:00.000Z';
const end = '2026-11-22T08:10:00.000Z';
const of = { caseId: 'case-1', codeId: 'code-1' };
const held = (data: object = {}): RecoveryEvent => ({
  type: 'CaseCodeHeld',
  data: { ...of, hash: 'hash of code', expiresAt: end, byMail: false, voids: [], ...data },
});
const proof: RecoveryEvent = { type: 'CaseProofHeld', data: { ...of, hash: 'hash of proof' } };
const rejected: RecoveryEvent = { type: 'CaseCodeRejected', data: of };
const redeemed: RecoveryEvent = { type: 'CaseCodeRedeemed', data: { ...of, sessionId: 's1' } };
const cancelled: RecoveryEvent = { type: 'CaseCodeCancelled', data: of };
const facts = { ...of, hash: 'hash of code', expiresAt: end, byMail: false, at };
const isLive = (...history: RecoveryEvent[]) => liveCode(given(recovery, ...history).state(), at) !== null;

describe('a code of support', () => {
  it('is held once, and makes the one before it void', () => {
    given(recovery)
      .when((state) => holdCaseCode(state, facts))
      .records(held());
    given(recovery, held())
      .when((state) => holdCaseCode(state, facts))
      .recordsNothing();
    given(recovery, held())
      .when((state) => holdCaseCode(state, { ...facts, codeId: 'code-2' }))
      .records(held({ codeId: 'code-2', voids: ['code-1'] }));
    given(recovery)
      .when((state) => holdCaseCode(state, { ...facts, at: end }))
      .refuses('not-wanted');
  });

  it('opens something until it expires, is used, cancelled or replaced (TEL-05, TST-32)', () => {
    expect(isLive(held())).toBe(true);
    expect(isLive()).toBe(false);
    expect(liveCode(given(recovery, held()).state(), end)).toBeNull();
    expect(isLive(held(), redeemed)).toBe(false);
    expect(isLive(held(), cancelled)).toBe(false);
    const replaced = given(recovery, held(), held({ codeId: 'code-2', voids: ['code-1'] })).state();
    expect(liveCode(replaced, at)?.codeId).toBe('code-2');
  });

  it('is dead after five wrong ones, and so is every later one of the case (TEL-10)', () => {
    const wrong = (count: number) => Array.from({ length: count }, () => rejected);
    expect(isLive(held(), ...wrong(4))).toBe(true);
    expect(isLive(held(), ...wrong(5))).toBe(false);
    expect(isLive(held(), ...wrong(5), held({ codeId: 'code-2' }))).toBe(false);
    expect(isLive(held(), ...wrong(5), held({ codeId: 'code-2', caseId: 'case-2' }))).toBe(true);
  });

  it('notes a wrong one only while it is good', () => {
    given(recovery, held())
      .when((state) => rejectCaseCode(state, { codeId: 'code-1', at }))
      .records(rejected);
    given(recovery, held())
      .when((state) => rejectCaseCode(state, { codeId: 'code-1', at: end }))
      .recordsNothing();
    given(recovery, held(), redeemed)
      .when((state) => rejectCaseCode(state, { codeId: 'code-1', at }))
      .recordsNothing();
  });

  it('is used once, and not after its time (TEL-05, EVT-08)', () => {
    const use = { codeId: 'code-1', sessionId: 's1', at };
    given(recovery, held())
      .when((state) => redeemCaseCode(state, use))
      .records(redeemed);
    for (const more of [redeemed, cancelled]) {
      given(recovery, held(), more)
        .when((state) => redeemCaseCode(state, use))
        .refuses('no-longer-valid');
    }
    given(recovery, held())
      .when((state) => redeemCaseCode(state, { ...use, at: end }))
      .refuses('no-longer-valid');
    given(recovery, held())
      .when((state) => redeemCaseCode(state, { ...use, codeId: 'code-0' }))
      .refuses('no-longer-valid');
  });

  it('gets a second proof where one was asked for, the last of them in force (TEL-06)', () => {
    const mailed = { codeId: 'code-1', hash: 'hash of proof', at };
    given(recovery, held({ byMail: true }))
      .when((state) => holdCaseProof(state, mailed))
      .records(proof);
    given(recovery, held({ byMail: true }), proof)
      .when((state) => holdCaseProof(state, mailed))
      .records(proof);
    const replaced = [held({ byMail: true }), held({ byMail: true, codeId: 'code-2' })];
    for (const history of [[], [held()], [held({ byMail: true }), redeemed], replaced]) {
      given(recovery, ...history)
        .when((state) => holdCaseProof(state, mailed))
        .refuses('not-wanted');
    }
    expect(given(recovery, held({ byMail: true }), proof).state().last?.proof).toBe('hash of proof');
  });

  it('is cancelled with its case, even after it was used', () => {
    for (const history of [[held()], [held(), redeemed]]) {
      given(recovery, ...history)
        .when((state) => cancelCaseCode(state, of))
        .records(cancelled);
    }
    for (const history of [[], [held({ caseId: 'case-2' })], [held(), cancelled]]) {
      given(recovery, ...history)
        .when((state) => cancelCaseCode(state, of))
        .recordsNothing();
    }
  });

  it.each([proof, redeemed, cancelled])('changes nothing of the code that replaced it: $type', (event) => {
    const replaced = [held(), held({ codeId: 'code-2', voids: ['code-1'] })];
    expect(given(recovery, ...replaced, event).state()).toEqual(given(recovery, ...replaced).state());
    expect(given(recovery, event).state()).toEqual(recovery.initial);
  });

  it('takes lost factors with it in the session it opened, and in no other (TEL-11)', () => {
    given(recovery)
      .when((state) => holdCaseCode(state, { ...facts, factorsLost: true }))
      .records(held({ factorsLost: true }));
    const caseIn = (sessionId: string, ...history: RecoveryEvent[]) =>
      caseThatLostFactors(given(recovery, ...history).state(), sessionId);
    const lost = held({ factorsLost: true });
    expect(caseIn('s1', lost, redeemed)).toBe('case-1');
    expect(caseIn('s2', lost, redeemed)).toBeNull();
    expect(caseIn('s1', held(), redeemed)).toBeNull();
    expect(caseIn('s1', lost, redeemed, cancelled)).toBeNull();
    expect(caseIn('s1', lost)).toBeNull();
    expect(caseIn('s1')).toBeNull();
  });

  it('leaves no hash behind once it is spent (EVT-03)', () => {
    expect(spentCodeKeys(held({ voids: ['code-0'] }))).toEqual(['case-code-code-0']);
    expect(spentCodeKeys(redeemed)).toEqual(['case-code-code-1']);
    expect(spentCodeKeys(cancelled)).toEqual(['case-code-code-1']);
    expect([proof, rejected].flatMap(spentCodeKeys)).toEqual([]);
  });

  it('is told of without its hash (EVT-01)', () => {
    const told = [held({ byMail: true }), proof, rejected, redeemed, cancelled].flatMap((event) =>
      recoveryMessages(event, 'u1'),
    );
    const about = { userId: 'u1', caseId: 'case-1' };
    expect(told).toEqual([
      { type: 'credential.recovery-code-held', ...about, codeId: 'code-1', byMail: true },
      { type: 'credential.recovery-code-rejected', ...about },
      { type: 'credential.recovery-code-redeemed', ...about },
    ]);
  });

  it.each([
    ['12345678', '12345678'],
    [' 1234 5678 ', '12345678'],
    ['12-34-56-78', '12345678'],
    ['1234567', null],
    ['123456789', null],
    ['1234567a', null],
    ['١٢٣٤٥٦٧٨', null],
    ['', null],
  ])('%j is read as %j', (typed, read) => {
    expect(caseCodeIn(typed)).toBe(read);
  });
});
