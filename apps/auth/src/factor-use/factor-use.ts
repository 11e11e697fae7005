import type { Aggregate } from '#event-sourcing';
import type { FactorUse, FactorUseEvent } from './factor-use.events.js';

/** What a user's factors have been used for: `factor-use-<user id>`. Every event settles it, so a use costs the same for ever (invariant 9). */
export const factorUse: Aggregate<FactorUse, FactorUseEvent> = {
  category: 'factor-use',
  initial: { totp: null, counters: {} },
  evolve: (_, { data: { totp, counters } }) => ({ totp, counters }),
  settledBy: ['TotpUsed', 'PasskeyUsed', 'PasskeyCounterWentBack'],
};
