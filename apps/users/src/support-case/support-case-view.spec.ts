import { describe, expect, it } from '@jest/globals';
import { given } from '#event-sourcing/testing';
import {
  accepted,
  answered,
  approved,
  closed,
  disclosed,
  hugo,
  issued,
  lea,
  minutes,
  onTheLine,
  opened,
  placed,
  rejected,
  requested,
  start,
} from './support-case.examples.js';
import type { SupportCaseEvent } from './support-case.events.js';
import { supportCase } from './support-case.js';
import { supportCaseView } from './support-case-view.js';

type Around = Parameters<typeof supportCaseView>[2];

const names = new Map([
  [lea, 'Léa'],
  [hugo, 'Hugo'],
]);
const around = {
  operatorId: lea,
  schoolName: 'Feu Vert',
  manager: { name: 'Marie Dupont', identifier: 'marie.dupont' },
  names,
};
const seen = (minute: number, history: readonly SupportCaseEvent[], more: Partial<Around> = {}) => {
  const state = given(supportCase, ...history).state();
  if (state.status === 'unknown') throw new Error('nobody opened it');
  return supportCaseView('case-1', state, { ...around, at: minutes(minute), ...more });
};
const lapsed = 3 + 3 * 24 * 60;

describe('a case as an operator sees it', () => {
  it('says who called and what was done, with two digits of the number (TEL-10)', () => {
    expect(seen(1, [opened])).toEqual({
      caseId: 'case-1',
      schoolName: 'Feu Vert',
      managerName: 'Marie Dupont',
      openedAt: start,
      openedBy: 'Léa',
      mine: true,
      maskedPhone: '•• •• •• •• 78',
      awaitsApproval: false,
      call: 'none',
      disclosed: false,
      wrongCodes: 0,
      trail: [{ type: 'CaseOpened', at: start, operator: 'Léa' }],
    });
  });

  it('shows the identifier to who is on the line with the manager, and to nobody else (TEL-02)', () => {
    const told = [...onTheLine, disclosed];
    expect(seen(31, told)).toMatchObject({ disclosed: true, identifier: 'marie.dupont' });
    for (const view of [seen(31, onTheLine), seen(32, told), seen(31, told, { operatorId: hugo })]) {
      expect(view).not.toHaveProperty('identifier');
    }
    expect(seen(31, told, { operatorId: hugo }).mine).toBe(false);
    expect(seen(31, [...told, closed])).not.toHaveProperty('identifier');
  });

  it('says whether the call rings, was answered, or speaks no more', () => {
    expect(seen(1, [opened, placed]).call).toBe('ringing');
    expect(seen(31, onTheLine)).toMatchObject({ call: 'answered', callHoldsUntil: minutes(32) });
    expect(seen(32, onTheLine).call).toBe('none');
    expect(seen(32, onTheLine)).not.toHaveProperty('callHoldsUntil');
  });

  it('waits for a second operator from the request to the approval (TEL-04)', () => {
    const recovery = { mailbox: 'read', factorsLost: false, availableFrom: minutes(3), accepted: false };
    expect(seen(4, [...onTheLine, requested()])).toMatchObject({ awaitsApproval: true });
    expect(seen(4, [...onTheLine, requested()]).recovery).toEqual(recovery);
    const agreed = [...onTheLine, requested(), approved];
    expect(seen(5, agreed)).toMatchObject({ awaitsApproval: false });
    expect(seen(5, agreed).recovery).toEqual({ ...recovery, approvedBy: 'Hugo' });
    expect(seen(5, [...agreed, issued, rejected, accepted])).toMatchObject({
      recovery: { ...recovery, accepted: true, approvedBy: 'Hugo', codeExpiresAt: minutes(15) },
      wrongCodes: 1,
    });
  });

  it('is without a request once that has lapsed, unless it has ended: then it stays on record (TEL-07)', () => {
    const asked = [...onTheLine, requested()];
    expect(seen(lapsed - 1, asked)).toMatchObject({ awaitsApproval: true, recovery: {} });
    expect(seen(lapsed, asked)).toMatchObject({ awaitsApproval: false });
    expect(seen(lapsed, asked)).not.toHaveProperty('recovery');
    expect(seen(lapsed, [...asked, closed])).toMatchObject({
      outcome: 'abandoned',
      awaitsApproval: false,
      recovery: { mailbox: 'read' },
    });
    expect(seen(12, [...asked, closed])).toMatchObject({ awaitsApproval: false, call: 'none' });
  });

  it('names no operator where none acted, and nobody who is gone (GDP-02)', () => {
    const trail = [...onTheLine, requested(), rejected];
    expect(seen(7, trail).trail.at(-1)).toEqual({ type: 'RecoveryCodeRejected', at: minutes(6) });
    const gone = { names: new Map(), manager: { name: null, identifier: null } };
    const view = seen(5, [opened, placed, answered(), disclosed, requested(), approved], gone);
    expect(view).toMatchObject({ managerName: '', openedBy: '', recovery: { approvedBy: '' } });
    expect(view.trail[0]).toEqual({ type: 'CaseOpened', at: start, operator: '' });
    expect(view).not.toHaveProperty('identifier');
  });
});
