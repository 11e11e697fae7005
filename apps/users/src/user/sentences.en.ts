import { roleNames } from '#contracts';
import type { Telling } from '#event-sourcing';
import type { UserEvent } from './user.events.js';

const slots = { first: 'reference e-mail', second: 'second address' };

/** What happened to a user, in English. */
export const english: Telling<UserEvent> = {
  UserRegistered: ({ role }) => `User registered, role ${roleNames.en[role]}.`,
  RegistrationAbandoned: () => 'Registration abandoned.',
  ReferenceEmailChangeRequested: ({ slot, effectiveFrom }, moment) =>
    `Change asked for: ${slots[slot]}${effectiveFrom === null ? '' : `, not before ${moment(effectiveFrom)}`}.`,
  NewAddressConfirmed: () => 'New address confirmed.',
  OldAddressAccepted: () => 'Change accepted from the old address.',
  ReferenceEmailChanged: () => 'New address in force.',
  ReferenceEmailRemoved: () => 'Second address removed.',
  ReferenceEmailChangeVetoed: () => 'Change of address vetoed by its recipient.',
  ReferenceEmailChangeCancelled: ({ caseId }) =>
    `Pending change of address cancelled: a recovery by phone began (case ${caseId}).`,
  ReferenceEmailRefused: () => 'Mail refused for good: mails to this user do not arrive.',
  ReferenceEmailReached: () => 'Mail accepted again.',
  RoleChanged: ({ role }) => `Role changed: ${roleNames.en[role]}.`,
  UserDeactivated: () => 'User deactivated.',
  UserReactivated: () => 'User reactivated.',
  ProvisionalKeyAsked: () => 'Provisional key asked for on behalf of this user.',
  ErasureRequested: ({ operator, reason, expiresAt }, moment) =>
    `Erasure asked for by ${operator} (${reason}); to be agreed to before ${moment(expiresAt)}.`,
  SupportCaseCounted: () => 'Support opened a case for this user.',
  ContactsHeld: ({ until }, moment) => `Addresses and phone held as they are until ${moment(until)}.`,
  RecordUnlocked: ({ operator, caseId, reason }) =>
    `Personal data read by ${operator}, case ${caseId} (${reason}).`,
  UserErased: ({ operators = [], reason }) =>
    `User erased${operators.length === 0 ? '' : ` by ${operators.join(' and ')}`}${reason === undefined ? '' : ` (${reason})`}: their data can no longer be read.`,
};
