/** The reply that something was not done, for a reason of the contract's closed list. */
export const refused = <const Reason extends string>(reason: Reason) => ({
  outcome: 'refused' as const,
  reason,
});
