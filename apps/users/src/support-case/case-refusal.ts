import type { Decision } from '#event-sourcing';
import { refuses } from '#event-sourcing';
import { callHoldsUntil } from './deadlines.js';
import type { OpenCase, SupportCase } from './support-case.js';

/** Why a step of a case is not taken. */
export type CaseRefusal =
  | 'unknown-case'
  | 'case-closed'
  /** Only who opened the case speaks with the manager. */
  | 'not-your-case'
  | 'same-operator'
  | 'call-needed'
  | 'number-changed'
  | 'not-requested'
  | 'not-approved'
  | 'waiting-period'
  /** Too long ago; asked anew, the addresses hear of it again. */
  | 'request-lapsed'
  | 'code-used';

/** The number on file as it stands now. */
export type PhoneOnFile = Readonly<{ changedAt: string | null; lastDigits: string | null }>;

type Facts = Readonly<{ operatorId: string; at: string }>;

/** The open case for its opener, or why it is none. */
export const ofOpener = (
  state: SupportCase,
  { operatorId }: Facts,
): OpenCase | Decision<never, CaseRefusal> => {
  if (state.status === 'unknown') return refuses('unknown-case');
  if (state.status === 'closed') return refuses('case-closed');
  return state.openedBy === operatorId ? state : refuses('not-your-case');
};

/** The same, while an answered call to an unchanged number still speaks for the manager (TEL-02, TEL-03). */
export const onTheLine = (
  state: SupportCase,
  facts: Facts & Readonly<{ phone: PhoneOnFile }>,
): OpenCase | Decision<never, CaseRefusal> => {
  const own = ofOpener(state, facts);
  if ('kind' in own) return own;
  if (hasChanged(own, facts.phone)) return refuses('number-changed');
  const answeredAt = own.call?.answeredAt ?? null;
  return answeredAt !== null && facts.at < callHoldsUntil(answeredAt) ? own : refuses('call-needed');
};

/** Whether the number is another one than when the case was opened, or gone. */
export const hasChanged = (state: OpenCase, { changedAt, lastDigits }: PhoneOnFile): boolean =>
  lastDigits === null ||
  lastDigits !== state.numberEnding ||
  (changedAt !== null && changedAt > state.openedAt);
