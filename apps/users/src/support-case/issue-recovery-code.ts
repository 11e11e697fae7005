import { records, refuses, type Decision } from '#event-sourcing';
import { onTheLine, type CaseRefusal, type PhoneOnFile } from './case-refusal.js';
import { codeExpiry, requestLapsesAt } from './deadlines.js';
import type { SupportCase } from './support-case.js';
import type { SupportCaseEvent } from './support-case.events.js';

type Facts = Readonly<{ operatorId: string; at: string; phone: PhoneOnFile; codeId: string }>;

/** A code may be read out now: on the line, approved by another operator, and after the waiting period if there is one (TEL-05, TEL-07). */
export const issueRecoveryCode = (
  state: SupportCase,
  { codeId, ...facts }: Facts,
): Decision<SupportCaseEvent, CaseRefusal> => {
  const own = onTheLine(state, facts);
  if ('kind' in own) return own;
  if (own.recovery === null) return refuses('not-requested');
  const { approvedBy, availableFrom, accepted } = own.recovery;
  if (approvedBy === null) return refuses('not-approved');
  const { operatorId, at } = facts;
  if (at < availableFrom) return refuses('waiting-period');
  if (at >= requestLapsesAt(availableFrom)) return refuses('request-lapsed');
  if (accepted) return refuses('code-used');
  const { userId, numberEnding } = own;
  return records({
    type: 'RecoveryCodeIssued',
    data: { operatorId, at, userId, numberEnding, codeId, expiresAt: codeExpiry(at) },
  });
};
