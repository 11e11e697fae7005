import type { Attributes } from '#tracing';

/** What a span says of a reply: done, or the reason of the refusal, both from the contract's closed lists. */
export const outcomeOf = (reply: unknown): Attributes => {
  const { outcome, reason } = (reply ?? {}) as { outcome?: unknown; reason?: unknown };
  return { 'trousseau.outcome': String(outcome === 'refused' ? reason : outcome) };
};
