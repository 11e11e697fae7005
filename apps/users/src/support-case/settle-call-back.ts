import { records, refuses, type Decision } from '#event-sourcing';
import { ofOpener, type CaseRefusal } from './case-refusal.js';
import type { SupportCase } from './support-case.js';
import type { SupportCaseEvent } from './support-case.events.js';

type Facts = Readonly<{ operatorId: string; at: string; answered: boolean }>;

/** Whether the manager picked up. Said once for each call; what is said later changes nothing. */
export const settleCallBack = (
  state: SupportCase,
  { operatorId, at, answered }: Facts,
): Decision<SupportCaseEvent, CaseRefusal> => {
  const own = ofOpener(state, { operatorId, at });
  if ('kind' in own) return own;
  if (own.call === null) return refuses('call-needed');
  const { callId, answeredAt } = own.call;
  if (answeredAt !== null) return records();
  const { userId, numberEnding } = own;
  const type = answered ? 'CallBackAnswered' : 'CallBackMissed';
  return records({ type, data: { operatorId, at, userId, numberEnding, callId } });
};
