import type { Telling } from '#event-sourcing';
import type { RecoveryEvent } from './recovery.events.js';

/** What happened to the codes of support, in English. */
export const english: Telling<RecoveryEvent> = {
  CaseCodeHeld: ({ expiresAt }, moment) => `Code of support ready, good until ${moment(expiresAt)}.`,
  CaseProofHeld: () => 'Second code of support ready, to be mailed.',
  CaseCodeRejected: () => 'Wrong code of support.',
  CaseCodeRedeemed: () => 'Code of support accepted: a key can be chosen.',
  CaseCodeCancelled: () => 'Code of support cancelled.',
};
