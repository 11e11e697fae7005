import { changeNamed, type Addresses, type EmailChange } from './email-change.js';

/** A user's addresses in force and every change of them there ever was, oldest first. */
export type EmailHistory = Readonly<{ addresses: Addresses; changes: readonly EmailChange[] }>;

/** A new request takes the place of a pending one. */
export const begun = (state: EmailHistory, change: EmailChange): EmailHistory => ({
  ...state,
  changes: [
    ...state.changes.map((each) =>
      each.stage === 'pending' ? { ...each, stage: 'replaced' as const } : each,
    ),
    change,
  ],
});

/** One change of them, amended. */
export const amended = (
  state: EmailHistory,
  changeId: string,
  patch: Partial<EmailChange>,
): EmailHistory => ({
  ...state,
  changes: state.changes.map((each) => (each.changeId === changeId ? { ...each, ...patch } : each)),
});

/** The change is in force from now on. */
export const applied = (state: EmailHistory, changeId: string, at: string): EmailHistory => {
  const change = changeNamed(state, changeId);
  if (!change) return state;
  const after = amended(state, changeId, { stage: 'in-force', inForceSince: at });
  return { ...after, addresses: { ...state.addresses, [change.slot]: change.email } };
};

/** The second address is gone at once: a change that waits for nobody. */
export const removed = (
  state: EmailHistory,
  data: { changeId: string; at: string; vetoUntil: string },
): EmailHistory => {
  const { changeId, at, vetoUntil } = data;
  const change: EmailChange = {
    changeId,
    slot: 'second',
    email: null,
    before: state.addresses,
    requestedAt: at,
    confirmUntil: at,
    vetoUntil,
    effectiveFrom: null,
    newConfirmed: true,
    oldAccepted: false,
    stage: 'pending',
    inForceSince: null,
  };
  return applied(begun(state, change), changeId, at);
};

/**
 * A veto restores the addresses as they stood when the change was asked for, and undoes whatever was asked for after it:
 * otherwise a thief could settle in the other slot while the first change was still open to veto (REF-04).
 */
export const vetoed = (state: EmailHistory, changeId: string): EmailHistory => {
  const first = state.changes.findIndex((each) => each.changeId === changeId);
  const change = state.changes[first];
  if (!change) return state;
  return {
    addresses: change.before,
    changes: state.changes.map((each, index) =>
      index >= first && each.stage !== 'replaced' ? { ...each, stage: 'vetoed' as const } : each,
    ),
  };
};
