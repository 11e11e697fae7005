import type { SupportCaseView } from '#contracts';
import { callHoldsUntil, requestLapsesAt } from './deadlines.js';
import { maskPhone } from './mask-phone.js';
import type { ClosedCase, OpenCase } from './support-case.js';

type Around = Readonly<{
  operatorId: string;
  at: string;
  schoolName: string;
  manager: Readonly<{ name: string | null; identifier: string | null }>;
  /** Names of operators by id. */
  names: ReadonlyMap<string, string>;
}>;

/** A case as this operator sees it at this moment. The identifier shows only to who is on the line with the manager. */
export const supportCaseView = (
  caseId: string,
  state: OpenCase | ClosedCase,
  { operatorId, at, schoolName, manager, names }: Around,
): SupportCaseView => {
  const answeredAt = state.status === 'open' ? (state.call?.answeredAt ?? null) : null;
  const holdsUntil = answeredAt === null ? null : callHoldsUntil(answeredAt);
  const onTheLine = holdsUntil !== null && at < holdsUntil;
  const mine = state.openedBy === operatorId;
  const lapsed = state.recovery !== null && at >= requestLapsesAt(state.recovery.availableFrom);
  const shown = state.disclosed && mine && onTheLine ? manager.identifier : null;
  return {
    caseId,
    schoolName,
    managerName: manager.name ?? '',
    openedAt: state.openedAt,
    openedBy: names.get(state.openedBy) ?? '',
    mine,
    maskedPhone: maskPhone(state.numberEnding),
    ...(state.status === 'closed' ? { outcome: state.outcome } : {}),
    awaitsApproval: state.status === 'open' && !lapsed && state.recovery?.approvedBy === null,
    call: onTheLine ? 'answered' : state.call !== null && state.call.answeredAt === null ? 'ringing' : 'none',
    ...(onTheLine ? { callHoldsUntil: holdsUntil } : {}),
    disclosed: state.disclosed,
    ...(shown === null ? {} : { identifier: shown }),
    // A request that has lapsed is as none: what can be done is to ask anew.
    ...(lapsed && state.status === 'open' ? {} : recoveryIn(state, names)),
    wrongCodes: state.wrongCodes,
    trail: state.trail.map(({ type, at: when, operatorId: by }) => ({
      type,
      at: when,
      ...(by === null ? {} : { operator: names.get(by) ?? '' }),
    })),
  };
};

const recoveryIn = (
  { recovery }: OpenCase | ClosedCase,
  names: Around['names'],
): Pick<SupportCaseView, 'recovery'> => {
  if (recovery === null) return {};
  const { mailbox, factorsLost, availableFrom, approvedBy, code, accepted } = recovery;
  return {
    recovery: {
      mailbox,
      factorsLost,
      availableFrom,
      accepted,
      ...(approvedBy === null ? {} : { approvedBy: names.get(approvedBy) ?? '' }),
      ...(code === null ? {} : { codeExpiresAt: code.expiresAt }),
    },
  };
};
