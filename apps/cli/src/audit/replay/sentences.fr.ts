import type { Role } from '#contracts';
import type { SentenceByType } from './sentence-by-type.js';

const roles: Readonly<Record<Role, string>> = {
  manager: 'Gérant (Admin)',
  office: 'Complet',
  instructor: 'Moniteur',
  support: 'Assistance',
  auditor: 'Auditeur',
};
const slots = { first: 'adresse mail de référence', second: 'seconde adresse' };
const voided = (voids: readonly string[]) =>
  voids.length === 0 ? '' : ` ; ${voids.length} clé(s) provisoire(s) annulée(s)`;

const factorKinds = { totp: 'Application de codes retirée', passkey: "Clé d'accès retirée" };

export const french: SentenceByType = {
  CredentialOpened: ({ holder }) => `Accès ouvert, rôle ${roles[holder.role]}, sans clé encore.`,
  KeyRenewalRequested: ({ reason }) => `Clé provisoire demandée (${reason}).`,
  ProvisionalKeyIssued: ({ expiresAt, voids }) =>
    `Clé provisoire créée, valable jusqu'au ${expiresAt}${voided(voids)}.`,
  ProvisionalKeySent: () => "Clé provisoire partie à l'adresse mail de référence.",
  ProvisionalKeyRedeemed: ({ voids }) => `Clé provisoire utilisée${voided(voids)}.`,
  ProvisionalKeysRevoked: ({ voids }) => `« Ce n'est pas moi »${voided(voids)}.`,
  KeyImported: ({ generation }) => `Clé reprise d'un autre système : génération ${generation}.`,
  KeyChosen: ({ generation, voids }) =>
    `Clé choisie : génération ${generation} ; toutes les sessions terminées${voided(voids)}.`,
  KeyChanged: ({ generation, voids }) =>
    `Clé changée : génération ${generation} ; les autres sessions terminées${voided(voids)}.`,
  KeyRehashed: ({ generation }) => `Même clé, protégée à nouveau : génération ${generation}.`,
  SessionsEnded: ({ keptSession }) =>
    keptSession === undefined ? 'Toutes les sessions terminées.' : 'Les autres sessions terminées.',
  CredentialDisabled: ({ reason }) =>
    reason === 'deactivated'
      ? 'Accès fermé : utilisateur désactivé.'
      : "Clé désactivée après trop d'échecs ; un renouvellement la remplace.",
  CredentialRestored: () => 'Accès rouvert.',
  FactorGraceBegan: ({ until }) => `Second facteur obligatoire : à ajouter avant le ${until}.`,
  TotpEnrolled: () => "Application de codes en cours d'ajout.",
  TotpConfirmed: ({ replaces }) =>
    `Application de codes en vigueur${replaces === null ? '' : ', à la place de la précédente'}.`,
  PasskeyAdded: ({ device }) => `Clé d'accès ajoutée${device === '' ? '' : ` (${device})`}.`,
  FactorRemoved: ({ kind, left }) => `${factorKinds[kind]} ; il en reste ${left}.`,
  FactorsReset: () => 'Second facteur retiré par un gérant.',
  RecoveryCodesIssued: () => 'Dix codes de secours créés ; les précédents sont annulés.',
  RecoveryCodeUsed: ({ left }) => `Code de secours utilisé ; il en reste ${left}.`,
  TotpUsed: () => "Code de l'application accepté.",
  PasskeyUsed: () => "Clé d'accès acceptée.",
  PasskeyCounterWentBack: ({ expectedAbove, counter }) =>
    `Clé d'accès refusée : compteur ${counter}, plus de ${expectedAbove} attendu.`,
  UserRegistered: ({ role }) => `Utilisateur enregistré, rôle ${roles[role]}.`,
  RegistrationAbandoned: () => 'Enregistrement abandonné.',
  ReferenceEmailChangeRequested: ({ slot, effectiveFrom }) =>
    `Changement demandé : ${slots[slot]}${effectiveFrom === null ? '' : `, au plus tôt le ${effectiveFrom}`}.`,
  NewAddressConfirmed: () => 'Nouvelle adresse confirmée.',
  OldAddressAccepted: () => "Changement accepté depuis l'ancienne adresse.",
  ReferenceEmailChanged: () => 'Nouvelle adresse en vigueur.',
  ReferenceEmailRemoved: () => 'Seconde adresse retirée.',
  ReferenceEmailChangeVetoed: () => "Changement d'adresse refusé par son destinataire.",
  RoleChanged: ({ role }) => `Rôle changé : ${roles[role]}.`,
  UserDeactivated: () => 'Utilisateur désactivé.',
  UserReactivated: () => 'Utilisateur réactivé.',
  ProvisionalKeyAsked: () => 'Clé provisoire demandée pour cet utilisateur.',
  SupportCaseCounted: () => "Dossier d'assistance ouvert pour cet utilisateur.",
  ContactsHeld: ({ until }) => `Adresses et téléphone figés jusqu'au ${until}.`,
  UserErased: () => 'Utilisateur effacé : ses données ne peuvent plus être lues.',
};
