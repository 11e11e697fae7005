import { records, type Decision } from '#event-sourcing';
import type { PhoneOnFile } from './case-refusal.js';
import { reliableFrom } from './deadlines.js';
import type { SupportCase } from './support-case.js';
import type { SupportCaseEvent } from './support-case.events.js';

type Facts = Readonly<{
  schoolId: string;
  userId: string;
  operatorId: string;
  phone: PhoneOnFile;
  at: string;
}>;

/**
 * Opens a case for the manager of a school: an inbound call proves nothing and opens nothing else (TEL-02). Without a number that can be
 * relied on the case ends here, on record: a number changed just before a call for help is what a thief would do (TEL-03).
 */
export const openCase = (
  state: SupportCase,
  { schoolId, userId, operatorId, phone, at }: Facts,
): Decision<SupportCaseEvent> => {
  if (state.status !== 'unknown') return records();
  const numberEnding = phone.lastDigits;
  const opened: SupportCaseEvent = {
    type: 'CaseOpened',
    data: { operatorId, at, schoolId, userId, numberEnding },
  };
  const closed = (outcome: 'no-number' | 'number-changed-lately'): SupportCaseEvent => ({
    type: 'CaseClosed',
    data: { at, outcome },
  });
  if (numberEnding === null) return records(opened, closed('no-number'));
  const tooFresh = phone.changedAt !== null && at < reliableFrom(phone.changedAt);
  return tooFresh ? records(opened, closed('number-changed-lately')) : records(opened);
};
