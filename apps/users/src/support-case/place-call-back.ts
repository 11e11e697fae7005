import { records, refuses, type Decision } from '#event-sourcing';
import { hasChanged, ofOpener, type CaseRefusal, type PhoneOnFile } from './case-refusal.js';
import type { SupportCase } from './support-case.js';
import type { SupportCaseEvent } from './support-case.events.js';

type Facts = Readonly<{ operatorId: string; at: string; callId: string; phone: PhoneOnFile }>;

/** The system dials the number on file, never the one that called (TEL-02). */
export const placeCallBack = (
  state: SupportCase,
  { operatorId, at, callId, phone }: Facts,
): Decision<SupportCaseEvent, CaseRefusal> => {
  const own = ofOpener(state, { operatorId, at });
  if ('kind' in own) return own;
  if (hasChanged(own, phone)) return refuses('number-changed');
  const { userId, numberEnding } = own;
  return records({ type: 'CallBackPlaced', data: { operatorId, at, userId, numberEnding, callId } });
};
