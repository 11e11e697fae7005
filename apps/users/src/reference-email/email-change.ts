import type { EmailSlot } from '../user/user.events.js';

/** The reference addresses in force; `first` is null only once the user is erased. */
export type Addresses = Readonly<{ first: string | null; second: string | null }>;

/** One change of a reference address, from the request to its end. */
export type EmailChange = Readonly<{
  changeId: string;
  slot: EmailSlot;
  /** The new address; null for the removal of the second one. */
  email: string | null;
  /** The addresses when it was asked for: whom to tell, and what a veto restores. */
  before: Addresses;
  requestedAt: string;
  confirmUntil: string;
  vetoUntil: string;
  effectiveFrom: string | null;
  newConfirmed: boolean;
  oldAccepted: boolean;
  stage: 'pending' | 'in-force' | 'vetoed' | 'replaced' | 'cancelled';
  inForceSince: string | null;
}>;

export const noChanges: readonly EmailChange[] = [];

type Changing = Readonly<{ changes: readonly EmailChange[] }>;

export const changeNamed = (user: Changing, changeId: string): EmailChange | undefined =>
  user.changes.find((change) => change.changeId === changeId);

/** The change that waits to be confirmed; there is at most one. */
export const pendingChange = (user: Changing): EmailChange | undefined =>
  user.changes.find((change) => change.stage === 'pending');
