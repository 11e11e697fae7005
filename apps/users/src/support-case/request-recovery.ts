import { records, refuses, type Decision } from '#event-sourcing';
import { onTheLine, type CaseRefusal, type PhoneOnFile } from './case-refusal.js';
import { availableAfterNotice, requestLapsesAt } from './deadlines.js';
import type { SupportCase } from './support-case.js';
import type { SupportCaseEvent } from './support-case.events.js';

type Facts = Readonly<{ operatorId: string; at: string; phone: PhoneOnFile; mailbox: 'read' | 'lost' }>;

/**
 * Asks for a new key on behalf of the manager. The phone never suffices alone: beside it stands the mailbox (TEL-06), or
 * two days in which any address may object (TEL-07). Asking anew with the other
 * mailbox answer, or after the request has lapsed, begins again, approval included.
 */
export const requestRecovery = (
  state: SupportCase,
  { mailbox, ...facts }: Facts,
): Decision<SupportCaseEvent, CaseRefusal> => {
  const own = onTheLine(state, facts);
  if ('kind' in own) return own;
  if (own.recovery?.accepted) return refuses('code-used');
  const { operatorId, at } = facts;
  const before = own.recovery;
  if (before?.mailbox === mailbox && at < requestLapsesAt(before.availableFrom)) return records();
  const { schoolId, userId, lastDigits } = own;
  const availableFrom = mailbox === 'lost' ? availableAfterNotice(at) : at;
  return records({
    type: 'RecoveryRequested',
    data: { operatorId, at, lastDigits, schoolId, userId, mailbox, availableFrom },
  });
};
