import type { SupportCaseView } from '#contracts';

/** What is to be done next in a case, for this operator at this moment. */
export type NextStep =
  | 'call'
  | 'ringing'
  | 'ask'
  | 'await-approval'
  | 'approve'
  | 'wait'
  | 'issue'
  | 'choosing'
  | 'theirs'
  | 'closed';

/** One step at a time: the page shows this one large and the others small. */
export const nextStep = ({ outcome, mine, recovery, call }: SupportCaseView, now: string): NextStep => {
  if (outcome !== undefined) return 'closed';
  if (recovery?.accepted === true) return 'choosing';
  const approved = recovery?.approvedBy !== undefined;
  if (!mine) return recovery !== undefined && !approved ? 'approve' : 'theirs';
  if (call === 'ringing') return 'ringing';
  if (recovery === undefined) return call === 'answered' ? 'ask' : 'call';
  if (!approved) return 'await-approval';
  if (now < recovery.availableFrom) return 'wait';
  return call === 'answered' ? 'issue' : 'call';
};
