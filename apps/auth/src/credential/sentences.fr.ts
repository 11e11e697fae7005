import { roleNames } from '#contracts';
import type { Telling } from '#event-sourcing';
import type { CredentialEvent } from './credential.events.js';

const reasons = {
  welcome: 'première clé',
  forgotten: 'clé oubliée',
  'asked-by-manager': 'à la demande du gérant',
} as const;
const voided = (voids: readonly string[]) =>
  ['', ' ; une clé provisoire annulée'][voids.length] ?? ` ; ${voids.length} clés provisoires annulées`;

/** What happened to a credential, in French. */
export const french: Telling<CredentialEvent> = {
  CredentialOpened: ({ holder }) => `Accès ouvert, rôle ${roleNames.fr[holder.role]}, sans clé encore.`,
  KeyRenewalRequested: ({ reason }) => `Clé provisoire demandée : ${reasons[reason]}.`,
  ProvisionalKeyIssued: ({ expiresAt, voids }, moment) =>
    `Clé provisoire créée, valable jusqu’au ${moment(expiresAt)}${voided(voids)}.`,
  ProvisionalKeySent: () => 'Clé provisoire envoyée à l’adresse mail de référence.',
  ProvisionalKeyRedeemed: ({ voids }) => `Clé provisoire utilisée${voided(voids)}.`,
  ProvisionalKeysRevoked: ({ voids }) => `« Ce n’est pas moi »${voided(voids)}.`,
  KeyImported: ({ generation }) => `Clé reprise d’un autre système, génération ${generation}.`,
  KeyChosen: ({ generation, voids }) =>
    `Clé choisie, génération ${generation} ; toutes les sessions sont terminées${voided(voids)}.`,
  KeyChanged: ({ generation, voids }) =>
    `Clé changée, génération ${generation} ; les autres sessions sont terminées${voided(voids)}.`,
  KeyRehashed: ({ generation }) => `Même clé, protégée à nouveau, génération ${generation}.`,
  SessionsEnded: ({ keptSession }) =>
    keptSession === undefined ? 'Toutes les sessions sont terminées.' : 'Les autres sessions sont terminées.',
  CredentialDisabled: ({ reason }) =>
    reason === 'deactivated'
      ? 'Accès fermé : utilisateur désactivé.'
      : 'Clé désactivée après trop d’échecs ; un renouvellement la remplace.',
  CredentialRestored: () => 'Accès rouvert.',
  CredentialErased: () => 'Accès effacé : toutes les sessions sont terminées, toutes les clés détruites.',
};
