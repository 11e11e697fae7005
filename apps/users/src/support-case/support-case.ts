import { unreachable, type Aggregate } from '#event-sourcing';
import type { Outcome, SupportCaseEvent } from './support-case.events.js';

/** The outbound call; without `answeredAt` nobody has picked up (yet). */
export type Call = Readonly<{ callId: string; answeredAt: string | null }>;

/** The wish for a new key, on its way through a second operator to a code. */
export type Recovery = Readonly<{
  mailbox: 'read' | 'lost';
  /** The second factors are lost too, and go when the key is chosen (TEL-11). */
  factorsLost: boolean;
  availableFrom: string;
  approvedBy: string | null;
  code: Readonly<{ codeId: string; expiresAt: string }> | null;
  /** The code was typed; the key is not chosen yet. */
  accepted: boolean;
}>;

/** One line of the trail: what happened, when, by whom (null: not by an operator). */
export type TrailStep = Readonly<{ type: SupportCaseEvent['type']; at: string; operatorId: string | null }>;

type Known = Readonly<{
  schoolId: string;
  userId: string;
  openedBy: string;
  openedAt: string;
  /** Of the number on file when the case was opened; null without one, and once the person is erased. */
  numberEnding: string | null;
  call: Call | null;
  disclosed: boolean;
  recovery: Recovery | null;
  wrongCodes: number;
  trail: readonly TrailStep[];
}>;

export type OpenCase = Known & Readonly<{ status: 'open' }>;
export type ClosedCase = Known & Readonly<{ status: 'closed'; outcome: Outcome }>;
export type SupportCase = Readonly<{ status: 'unknown' }> | OpenCase | ClosedCase;

const ofSubject = ({ userId }: { userId: string }) => `subject-${userId}`;
const number = { numberEnding: ofSubject };

/** One call for help of a manager, from the inbound call to its end: `support-case-<id>`. */
export const supportCase: Aggregate<SupportCase, SupportCaseEvent> = {
  category: 'support-case',
  initial: { status: 'unknown' },
  protects: {
    CaseOpened: number,
    CallBackPlaced: number,
    CallBackAnswered: number,
    CallBackMissed: number,
    IdentifierDisclosed: number,
    RecoveryRequested: number,
    RecoveryApproved: number,
    RecoveryCodeIssued: number,
  },
  evolve: (state, event) => {
    if (event.type === 'CaseOpened') return opened(event.data);
    if (state.status === 'unknown') return state;
    const operatorId = 'operatorId' in event.data ? (event.data.operatorId ?? null) : null;
    const step = { type: event.type, at: event.data.at, operatorId };
    return evolveKnown({ ...state, trail: [...state.trail, step] }, event);
  },
};

const opened = ({
  operatorId,
  at,
  numberEnding,
  lastDigits,
  schoolId,
  userId,
}: Extract<SupportCaseEvent, { type: 'CaseOpened' }>['data']): OpenCase => ({
  status: 'open',
  schoolId,
  userId,
  openedBy: operatorId,
  openedAt: at,
  numberEnding: numberEnding ?? lastDigits ?? null,
  call: null,
  disclosed: false,
  recovery: null,
  wrongCodes: 0,
  trail: [{ type: 'CaseOpened', at, operatorId }],
});

const evolveKnown = (
  state: OpenCase | ClosedCase,
  event: Exclude<SupportCaseEvent, { type: 'CaseOpened' }>,
): OpenCase | ClosedCase => {
  switch (event.type) {
    case 'CallBackPlaced':
      return { ...state, call: { callId: event.data.callId, answeredAt: null } };
    case 'CallBackAnswered':
      return { ...state, call: { callId: event.data.callId, answeredAt: event.data.at } };
    case 'CallBackMissed':
      return { ...state, call: null };
    case 'IdentifierDisclosed':
      return { ...state, disclosed: true };
    case 'RecoveryRequested': {
      const { mailbox, factors, availableFrom } = event.data;
      const asked = { mailbox, factorsLost: factors === 'lost', availableFrom };
      return { ...state, recovery: { ...asked, approvedBy: null, code: null, accepted: false } };
    }
    case 'RecoveryApproved':
      return recovering(state, { approvedBy: event.data.operatorId });
    case 'RecoveryCodeIssued': {
      const { codeId, expiresAt } = event.data;
      return recovering(state, { code: { codeId, expiresAt } });
    }
    case 'RecoveryCodeRejected':
      return { ...state, wrongCodes: state.wrongCodes + 1 };
    case 'RecoveryCodeAccepted':
      return recovering(state, { accepted: true });
    case 'RecoveryCompleted':
      return state;
    case 'CaseVetoed':
      return { ...state, status: 'closed', outcome: 'vetoed' };
    case 'CaseClosed':
      return { ...state, status: 'closed', outcome: event.data.outcome };
    default:
      return unreachable(event);
  }
};

const recovering = (state: OpenCase | ClosedCase, more: Partial<Recovery>): OpenCase | ClosedCase =>
  state.recovery === null ? state : { ...state, recovery: { ...state.recovery, ...more } };
