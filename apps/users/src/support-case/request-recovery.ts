import { records, refuses, type Decision } from '#event-sourcing';
import { onTheLine, type CaseRefusal, type PhoneOnFile } from './case-refusal.js';
import { availableAfterNotice, requestLapsesAt } from './deadlines.js';
import type { SupportCase } from './support-case.js';
import type { SupportCaseEvent } from './support-case.events.js';

type Facts = Readonly<{
  operatorId: string;
  at: string;
  phone: PhoneOnFile;
  mailbox: 'read' | 'lost';
  factorsLost: boolean;
}>;

/**
 * Asks for a new key on behalf of the manager. The phone never suffices alone: beside it stands the mailbox (TEL-06), or
 * two days in which any address may object (TEL-07). Two days pass as well where the second factors are to go: whoever holds a phone
 * often holds the mailbox in it, and then nothing but the factor stood between them and the school (TEL-11). Asking anew with another
 * answer, or after the request has lapsed, begins again, approval included.
 */
export const requestRecovery = (
  state: SupportCase,
  { mailbox, factorsLost, ...facts }: Facts,
): Decision<SupportCaseEvent, CaseRefusal> => {
  const own = onTheLine(state, facts);
  if ('kind' in own) return own;
  if (own.recovery?.accepted) return refuses('code-used');
  const { operatorId, at } = facts;
  const before = own.recovery;
  const same = before?.mailbox === mailbox && before.factorsLost === factorsLost;
  if (same && at < requestLapsesAt(before.availableFrom)) return records();
  const { schoolId, userId, numberEnding } = own;
  const availableFrom = mailbox === 'lost' || factorsLost ? availableAfterNotice(at) : at;
  return records({
    type: 'RecoveryRequested',
    data: {
      ...{ operatorId, at, schoolId, userId, numberEnding, mailbox, availableFrom },
      ...(factorsLost ? { factors: 'lost' } : {}),
    },
  });
};
