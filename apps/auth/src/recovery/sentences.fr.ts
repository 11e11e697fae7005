import type { Telling } from '#event-sourcing';
import type { RecoveryEvent } from './recovery.events.js';

/** What happened to the codes of support, in French. */
export const french: Telling<RecoveryEvent> = {
  CaseCodeHeld: ({ expiresAt }, moment) => `Code d’assistance prêt, valable jusqu’au ${moment(expiresAt)}.`,
  CaseProofHeld: () => 'Second code d’assistance prêt, à envoyer par mail.',
  CaseCodeRejected: () => 'Code d’assistance faux.',
  CaseCodeRedeemed: () => 'Code d’assistance accepté : une clé peut être choisie.',
  CaseCodeCancelled: () => 'Code d’assistance annulé.',
};
