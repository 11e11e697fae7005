import type { SpentKey } from './credential.events.js';

/** How many used provisional keys are remembered: what every new key repeats must not grow with history (invariant 9). */
const MOST_SPENT = 16;

/** The provisional keys that were used, with one more; without a selector it could not be told again. */
export const withSpent = (
  spent: readonly SpentKey[],
  issueId: string,
  selector: string | null | undefined,
): readonly SpentKey[] => (selector == null ? spent : [...spent, { issueId, selector }].slice(-MOST_SPENT));
