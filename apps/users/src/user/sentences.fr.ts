import { roleNames } from '#contracts';
import type { Telling } from '#event-sourcing';
import type { UserEvent } from './user.events.js';

const slots = { first: 'adresse mail de référence', second: 'seconde adresse' };

/** What happened to a user, in French. */
export const french: Telling<UserEvent> = {
  UserRegistered: ({ role }) => `Utilisateur enregistré, rôle ${roleNames.fr[role]}.`,
  RegistrationAbandoned: () => 'Enregistrement abandonné.',
  ReferenceEmailChangeRequested: ({ slot, effectiveFrom }, moment) =>
    `Changement demandé : ${slots[slot]}${effectiveFrom === null ? '' : `, au plus tôt le ${moment(effectiveFrom)}`}.`,
  NewAddressConfirmed: () => 'Nouvelle adresse confirmée.',
  OldAddressAccepted: () => 'Changement accepté depuis l’ancienne adresse.',
  ReferenceEmailChanged: () => 'Nouvelle adresse en vigueur.',
  ReferenceEmailRemoved: () => 'Seconde adresse retirée.',
  ReferenceEmailChangeVetoed: () => 'Changement d’adresse refusé par son destinataire.',
  ReferenceEmailChangeCancelled: ({ caseId }) =>
    `Changement d’adresse en attente annulé : un secours par téléphone a commencé (dossier ${caseId}).`,
  ReferenceEmailRefused: () => 'Courrier refusé définitivement : les mails à cet utilisateur n’arrivent pas.',
  ReferenceEmailReached: () => 'Courrier de nouveau accepté.',
  RoleChanged: ({ role }) => `Rôle changé : ${roleNames.fr[role]}.`,
  UserDeactivated: () => 'Utilisateur désactivé.',
  UserReactivated: () => 'Utilisateur réactivé.',
  ProvisionalKeyAsked: () => 'Clé provisoire demandée pour cet utilisateur.',
  ErasureRequested: ({ operator, reason, expiresAt }, moment) =>
    `Effacement demandé par ${operator} (${reason}), à confirmer avant le ${moment(expiresAt)}.`,
  SupportCaseCounted: () => 'Dossier d’assistance ouvert pour cet utilisateur.',
  ContactsHeld: ({ until }, moment) => `Adresses et téléphone figés jusqu’au ${moment(until)}.`,
  RecordUnlocked: ({ operator, caseId, reason }) =>
    `Données personnelles consultées par ${operator}, dossier ${caseId} (${reason}).`,
  UserErased: ({ operators = [], reason }) =>
    `Utilisateur effacé${operators.length === 0 ? '' : ` par ${operators.join(' et ')}`}${reason === undefined ? '' : ` (${reason})`} : ses données ne peuvent plus être lues.`,
};
