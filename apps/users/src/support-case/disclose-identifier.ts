import { records, type Decision } from '#event-sourcing';
import { onTheLine, type CaseRefusal, type PhoneOnFile } from './case-refusal.js';
import type { SupportCase } from './support-case.js';
import type { SupportCaseEvent } from './support-case.events.js';

type Facts = Readonly<{ operatorId: string; at: string; phone: PhoneOnFile }>;

/** Tells the manager their identifier, on the line, and by mail to their reference addresses. */
export const discloseIdentifier = (
  state: SupportCase,
  facts: Facts,
): Decision<SupportCaseEvent, CaseRefusal> => {
  const own = onTheLine(state, facts);
  if ('kind' in own) return own;
  if (own.disclosed) return records();
  const { operatorId, at } = facts;
  const { schoolId, userId, numberEnding } = own;
  return records({ type: 'IdentifierDisclosed', data: { operatorId, at, schoolId, userId, numberEnding } });
};
