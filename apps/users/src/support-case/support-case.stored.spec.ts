import { describe, expect, it } from '@jest/globals';
import { storedEvents } from '../stored-events.harness.js';
import type { SupportCaseEvent } from './support-case.events.js';
import { supportCase } from './support-case.js';

const everyType: Record<SupportCaseEvent['type'], true> = {
  CaseOpened: true,
  CallBackPlaced: true,
  CallBackMissed: true,
  CallBackAnswered: true,
  IdentifierDisclosed: true,
  RecoveryRequested: true,
  RecoveryApproved: true,
  RecoveryCodeIssued: true,
  RecoveryCodeRejected: true,
  RecoveryCodeAccepted: true,
  RecoveryCompleted: true,
  CaseVetoed: true,
  CaseClosed: true,
};

describe('support case events as they were stored', () => {
  it('are of every type there is', async () => {
    const { types } = await storedEvents(new URL('./stored', import.meta.url));
    expect([...new Set(types)].sort()).toEqual(Object.keys(everyType).sort());
  });

  it('still read and fold', async () => {
    const { aggregates } = await storedEvents(new URL('./stored', import.meta.url));
    const { state } = await aggregates.load(supportCase, 'c1');
    expect(state).toMatchObject({
      status: 'closed',
      outcome: 'recovered',
      numberEnding: '78',
      disclosed: true,
      wrongCodes: 1,
      recovery: { mailbox: 'read', approvedBy: 'operator-hugo', accepted: true },
    });
    // The digits lie under the person's key since then.
    expect((await aggregates.load(supportCase, 'c3')).state).toMatchObject({
      numberEnding: '78',
      disclosed: true,
      recovery: { approvedBy: 'operator-hugo', code: { codeId: 'code-1' } },
    });
    expect((await aggregates.load(supportCase, 'c2')).state).toMatchObject({ outcome: 'vetoed' });
  });
});
