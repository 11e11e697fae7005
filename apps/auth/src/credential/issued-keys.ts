import type { IssuedKey } from './credential.events.js';

/** How many issued provisional keys are remembered: what every new key repeats must not grow with history (invariant 9). */
const MOST_ISSUED = 16;

/** The provisional keys that were issued, with one more; without a selector it could not be told again. */
export const withIssued = (
  issued: readonly IssuedKey[],
  { issueId, selector }: Readonly<{ issueId: string; selector?: string | null }>,
): readonly IssuedKey[] =>
  selector == null
    ? issued
    : [...issued.filter((one) => one.issueId !== issueId), { issueId, selector }].slice(-MOST_ISSUED);
