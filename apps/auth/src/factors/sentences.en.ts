import type { Telling } from '#event-sourcing';
import type { FactorUseEvent } from '../factor-use/factor-use.events.js';
import type { FactorsEvent } from './factors.events.js';

/** What happened to second factors, in English. */
export const english: Telling<FactorsEvent | FactorUseEvent> = {
  FactorGraceBegan: ({ until }, moment) => `Second factor compulsory: to be added before ${moment(until)}.`,
  TotpEnrolled: () => 'App that shows codes being added.',
  TotpConfirmed: ({ replaces }) =>
    `App that shows codes in force${replaces === null ? '' : ', in the place of the one before'}.`,
  PasskeyAdded: ({ device }) => `Passkey added${device === '' ? '' : ` (${device})`}.`,
  FactorRemoved: ({ kind, left }) =>
    `${kind === 'totp' ? 'App that shows codes' : 'Passkey'} removed; ${left} factor(s) left.`,
  FactorsReset: () => 'Second factor removed by a manager.',
  FactorsResetByCase: ({ caseId }) =>
    `Second factor removed by support, case ${caseId}; the next sign-in asks for a new one.`,
  RecoveryCodesIssued: () => 'Ten recovery codes made; those before are void.',
  RecoveryCodeUsed: ({ left }) => `Recovery code used; ${left} left.`,
  RecoveryCodeReplaced: () => 'New recovery code in the place of the one that was used.',
  TotpUsed: () => 'Code of the app accepted.',
  PasskeyUsed: () => 'Passkey accepted.',
  PasskeyCounterWentBack: ({ expectedAbove, counter }) =>
    `Passkey refused: counter ${counter}, more than ${expectedAbove} expected.`,
};
