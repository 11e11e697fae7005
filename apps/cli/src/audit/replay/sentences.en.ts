import type { SentenceByType } from './sentence-by-type.js';

const slots = { first: 'reference e-mail', second: 'second address' };
const voided = (voids: readonly string[]) =>
  voids.length === 0 ? '' : `; ${voids.length} provisional key(s) voided`;

export const english: SentenceByType = {
  CredentialOpened: ({ holder }) => `Access opened, role ${holder.role}, no key yet.`,
  KeyRenewalRequested: ({ reason }) => `Provisional key asked for (${reason}).`,
  ProvisionalKeyIssued: ({ expiresAt, voids }) =>
    `Provisional key made, good until ${expiresAt}${voided(voids)}.`,
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
  FactorGraceBegan: ({ until }) => `Second factor compulsory: to be added before ${until}.`,
  TotpEnrolled: () => 'App that shows codes being added.',
  TotpConfirmed: ({ replaces }) =>
    `App that shows codes in force${replaces === null ? '' : ', in the place of the one before'}.`,
  PasskeyAdded: ({ device }) => `Passkey added${device === '' ? '' : ` (${device})`}.`,
  FactorRemoved: ({ kind, left }) =>
    `${kind === 'totp' ? 'App that shows codes' : 'Passkey'} removed; ${left} factor(s) left.`,
  FactorsReset: () => 'Second factor removed by a manager.',
  RecoveryCodesIssued: () => 'Ten recovery codes made; those before are void.',
  RecoveryCodeUsed: ({ left }) => `Recovery code used; ${left} left.`,
  TotpUsed: () => 'Code of the app accepted.',
  PasskeyUsed: () => 'Passkey accepted.',
  PasskeyCounterWentBack: ({ expectedAbove, counter }) =>
    `Passkey refused: counter ${counter}, more than ${expectedAbove} expected.`,
  UserRegistered: ({ role }) => `User registered, role ${role}.`,
  RegistrationAbandoned: () => 'Registration abandoned.',
  ReferenceEmailChangeRequested: ({ slot, effectiveFrom }) =>
    `Change asked for: ${slots[slot]}${effectiveFrom === null ? '' : `, not before ${effectiveFrom}`}.`,
  NewAddressConfirmed: () => 'New address confirmed.',
  OldAddressAccepted: () => 'Change accepted from the old address.',
  ReferenceEmailChanged: () => 'New address in force.',
  ReferenceEmailRemoved: () => 'Second address removed.',
  ReferenceEmailChangeVetoed: () => 'Change of address vetoed by its recipient.',
  RoleChanged: ({ role }) => `Role changed: ${role}.`,
  UserDeactivated: () => 'User deactivated.',
  UserReactivated: () => 'User reactivated.',
  ProvisionalKeyAsked: () => 'Provisional key asked for on behalf of this user.',
  SupportCaseCounted: () => 'Support opened a case for this user.',
  ContactsHeld: ({ until }) => `Addresses and phone held as they are until ${until}.`,
  UserErased: () => 'User erased: their data can no longer be read.',
};
