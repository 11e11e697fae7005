import type { PhoneOnFile } from './case-refusal.js';
import type { SupportCaseEvent } from './support-case.events.js';

/** Events to begin a spec with. Léa opens, Hugo is her colleague. */
export const lea = 'operator-lea';
export const hugo = 'operator-hugo';
export const start = '2026-11-22T08:00:00.000Z';

/** So many minutes after the start. */
export const minutes = (count: number): string => new Date(Date.parse(start) + count * 60_000).toISOString();

export const phone: PhoneOnFile = { changedAt: null, lastDigits: '78' };
const about = { schoolId: 'school-1', userId: 'manager-1' } as const;
const by = (operatorId: string, minute: number) => ({
  operatorId,
  at: minutes(minute),
  userId: 'manager-1',
  numberEnding: '78',
});

export const opened: SupportCaseEvent = { type: 'CaseOpened', data: { ...by(lea, 0), ...about } };
export const placed: SupportCaseEvent = { type: 'CallBackPlaced', data: { ...by(lea, 1), callId: 'call-1' } };
export const answered = (minute = 2): SupportCaseEvent => ({
  type: 'CallBackAnswered',
  data: { ...by(lea, minute), callId: 'call-1' },
});
export const missed: SupportCaseEvent = { type: 'CallBackMissed', data: { ...by(lea, 2), callId: 'call-1' } };
export const disclosed: SupportCaseEvent = { type: 'IdentifierDisclosed', data: { ...by(lea, 3), ...about } };
export const requested = (mailbox: 'read' | 'lost' = 'read', factorsLost = false): SupportCaseEvent => ({
  type: 'RecoveryRequested',
  data: {
    ...by(lea, 3),
    ...about,
    mailbox,
    ...(factorsLost ? { factors: 'lost' } : {}),
    availableFrom: minutes(mailbox === 'lost' || factorsLost ? 3 + 48 * 60 : 3),
  },
});
export const approved: SupportCaseEvent = { type: 'RecoveryApproved', data: by(hugo, 4) };
export const issued: SupportCaseEvent = {
  type: 'RecoveryCodeIssued',
  data: { ...by(lea, 5), codeId: 'code-1', expiresAt: minutes(15) },
};
export const rejected: SupportCaseEvent = { type: 'RecoveryCodeRejected', data: { at: minutes(6) } };
export const accepted: SupportCaseEvent = { type: 'RecoveryCodeAccepted', data: { at: minutes(7) } };
export const completed: SupportCaseEvent = { type: 'RecoveryCompleted', data: { at: minutes(9) } };
export const vetoed: SupportCaseEvent = { type: 'CaseVetoed', data: { at: minutes(10) } };
export const closed: SupportCaseEvent = {
  type: 'CaseClosed',
  data: { at: minutes(11), outcome: 'abandoned', operatorId: hugo },
};
export const onTheLine = [opened, placed, answered()];
