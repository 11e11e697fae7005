import type { Telling } from '#event-sourcing';
import type { FactorUseEvent } from '../factor-use/factor-use.events.js';
import type { FactorsEvent } from './factors.events.js';

const factorKinds = { totp: 'Application de codes retirée', passkey: 'Clé d’accès retirée' };

/** What happened to second factors, in French. */
export const french: Telling<FactorsEvent | FactorUseEvent> = {
  FactorGraceBegan: ({ until }, moment) =>
    `Second facteur obligatoire : à ajouter avant le ${moment(until)}.`,
  TotpEnrolled: () => 'Application de codes en cours d’ajout.',
  TotpConfirmed: ({ replaces }) =>
    `Application de codes en vigueur${replaces === null ? '' : ', à la place de la précédente'}.`,
  PasskeyAdded: ({ device }) => `Clé d’accès ajoutée${device === '' ? '' : ` (${device})`}.`,
  FactorRemoved: ({ kind, left }) => `${factorKinds[kind]} ; il en reste ${left}.`,
  FactorsReset: () => 'Second facteur retiré par un gérant.',
  FactorsResetByCase: ({ caseId }) =>
    `Second facteur retiré par l’assistance, dossier ${caseId} ; le prochain accès demande d’en ajouter un.`,
  RecoveryCodesIssued: () => 'Dix codes de secours créés ; les précédents sont annulés.',
  RecoveryCodeUsed: ({ left }) => `Code de secours utilisé ; il en reste ${left}.`,
  RecoveryCodeReplaced: () => 'Nouveau code de secours à la place de celui qui a servi.',
  TotpUsed: () => 'Code de l’application accepté.',
  PasskeyUsed: () => 'Clé d’accès acceptée.',
  PasskeyCounterWentBack: ({ expectedAbove, counter }) =>
    `Clé d’accès refusée : compteur ${counter}, plus de ${expectedAbove} attendu.`,
};
