/** The reply that something was not done, for a reason of the contract's closed list. */
export const refused = <const Reason extends string>(reason: Reason) => ({
  outcome: 'refused' as const,
  reason,
});

/** The same, with the seconds after which another try is worth it. */
export const refusedFor = <const Reason extends string>(reason: Reason, retryAfter: number) => ({
  outcome: 'refused' as const,
  reason,
  retryAfter,
});
