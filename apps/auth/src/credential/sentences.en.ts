import { roleNames } from '#contracts';
import type { Telling } from '#event-sourcing';
import type { CredentialEvent } from './credential.events.js';

const reasons = {
  welcome: 'first key',
  forgotten: 'forgotten key',
  'asked-by-manager': 'by the manager',
} as const;
const voided = (voids: readonly string[]) =>
  ['', '; one provisional key voided'][voids.length] ?? `; ${voids.length} provisional keys voided`;

/** What happened to a credential, in English. */
export const english: Telling<CredentialEvent> = {
  CredentialOpened: ({ holder }) => `Access opened, role ${roleNames.en[holder.role]}, no key yet.`,
  KeyRenewalRequested: ({ reason }) => `Provisional key asked for: ${reasons[reason]}.`,
  ProvisionalKeyIssued: ({ expiresAt, voids }, moment) =>
    `Provisional key made, good until ${moment(expiresAt)}${voided(voids)}.`,
  ProvisionalKeySent: () => 'Provisional key sent to the reference e-mail.',
  ProvisionalKeyRedeemed: ({ voids }) => `Provisional key used${voided(voids)}.`,
  ProvisionalKeysRevoked: ({ voids }) => `"It was not me"${voided(voids)}.`,
  KeyImported: ({ generation }) => `Key taken over from another system: generation ${generation}.`,
  KeyChosen: ({ generation, voids }) =>
    `Key chosen: generation ${generation}; every session ended${voided(voids)}.`,
  KeyChanged: ({ generation, voids }) =>
    `Key changed: generation ${generation}; the other sessions ended${voided(voids)}.`,
  KeyRehashed: ({ generation }) => `The same key, protected anew: generation ${generation}.`,
  SessionsEnded: ({ keptSession }) =>
    keptSession === undefined ? 'Every session ended.' : 'The other sessions ended.',
  CredentialDisabled: ({ reason }) =>
    reason === 'deactivated'
      ? 'Access closed: the user was deactivated.'
      : 'Key disabled after too many failures; a renewal replaces it.',
  CredentialRestored: () => 'Access opened again.',
  CredentialErased: () => 'Credential erased: every session ended, every key destroyed.',
};
