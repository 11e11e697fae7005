import type { EmailChange } from './email-change.js';

/** What a pending change still waits for. */
export type Awaited = 'new-address' | 'old-address' | 'cool-off';

/** Both sides have agreed, or the cool-off has stood in for the old one. */
export const mayTakeEffect = (change: EmailChange, at: string): boolean =>
  change.newConfirmed &&
  (change.oldAccepted || (change.effectiveFrom !== null && at >= change.effectiveFrom));

/** A pending change that can no longer come about: a confirmation did not come in time. */
export const hasLapsed = (change: EmailChange, at: string): boolean => {
  if (change.stage !== 'pending') return false;
  if (!change.newConfirmed) return at >= change.confirmUntil;
  return !change.oldAccepted && change.effectiveFrom === null && at >= change.vetoUntil;
};

/** What the change waits for, in the order a person would ask. */
export const awaits = (change: EmailChange): readonly Awaited[] => {
  const awaited: Awaited[] = [];
  if (!change.newConfirmed) awaited.push('new-address');
  if (!change.oldAccepted) awaited.push(change.effectiveFrom === null ? 'old-address' : 'cool-off');
  return awaited;
};

/** How a change stands, to whoever holds a link about it. */
export const standing = (change: EmailChange, at: string): 'pending' | 'done' | 'vetoed' | 'expired' => {
  if (change.stage === 'in-force') return 'done';
  if (change.stage === 'vetoed') return 'vetoed';
  return change.stage !== 'pending' || hasLapsed(change, at) ? 'expired' : 'pending';
};
