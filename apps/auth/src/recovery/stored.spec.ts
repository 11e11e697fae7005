import { describe, expect, it } from '@jest/globals';
import { fold } from '#event-sourcing';
import { storedEvents } from '../testing/stored-events.js';
import { recovery } from './recovery.js';
import type { RecoveryEvent } from './recovery.events.js';

const folder = new URL('./stored/', import.meta.url);
const types: Readonly<Record<RecoveryEvent['type'], true>> = {
  CaseCodeCancelled: true,
  CaseCodeHeld: true,
  CaseCodeRedeemed: true,
  CaseCodeRejected: true,
  CaseProofHeld: true,
};

describe('recovery events as they were once stored', () => {
  it('are there for every type', async () => {
    const events = await storedEvents(recovery, folder);
    expect(events.map(({ type }) => type).sort()).toEqual(Object.keys(types));
  });

  it('still decrypt and fold', async () => {
    const events = await storedEvents(recovery, folder);
    expect(fold(recovery, events)).toEqual({
      last: {
        caseId: 'case-1',
        codeId: 'code-1',
        hash: 'hash of code',
        expiresAt: '2026-11-22T08:10:00.000Z',
        byMail: true,
        proof: 'hash of proof',
        redeemedIn: 's1',
        cancelled: true,
      },
      wrong: { caseId: 'case-1', count: 1 },
    });
  });
});
