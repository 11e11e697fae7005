import type { Language } from '../terminal/language.js';
import { momentIn } from '../audit/language/moment.js';

/** What an erasure certificate states; nothing in it says who the person was. */
export type Certificate = Readonly<{
  user: string;
  erasedAt: string;
  reason: string;
  operators: readonly string[];
  keys: readonly string[];
  position: number;
  /** The signed note over it; null when the notary refuses to sign. */
  checkpoint: string | null;
}>;

const words = {
  fr: {
    title: 'CERTIFICAT D’EFFACEMENT',
    user: 'Utilisateur',
    at: 'Effacé le',
    reason: 'Motif',
    by: 'Par',
    position: 'Position dans le journal',
    keys: 'Clés de données détruites',
    what: 'Nom, identifiant, adresses et téléphone ne peuvent plus être lus, par personne ; toutes les sessions sont terminées. Ce qui s’est passé reste au journal et se vérifie toujours.',
    limits:
      'Une demande de clé faite dans les dernières 25 heures reste chiffrée au journal jusqu’à leur terme. Les sauvegardes antérieures doivent expirer sous 30 jours.',
    checkpoint: 'Point de contrôle signé',
    unsigned: 'Aucun : le notaire refuse de signer, voir « audit verify ».',
  },
  en: {
    title: 'CERTIFICATE OF ERASURE',
    user: 'User',
    at: 'Erased on',
    reason: 'Reason',
    by: 'By',
    position: 'Position in the log',
    keys: 'Destroyed data keys',
    what: 'Name, identifier, addresses and phone can no longer be read by anybody; every session has ended. What happened stays in the log and still verifies.',
    limits:
      'A key asked for within the last 25 hours stays in the log, encrypted, until they are over. Earlier backups must expire within 30 days.',
    checkpoint: 'Signed checkpoint',
    unsigned: 'None: the notary refuses to sign, see "audit verify".',
  },
} as const;

/** The certificate as a person files it. */
export const certificateText = (language: Language, certificate: Certificate): string => {
  const said = words[language];
  const { user, erasedAt, reason, operators, keys, position, checkpoint } = certificate;
  const colon = language === 'fr' ? ' :' : ':';
  const line = (name: string, value: string) => `${name}${colon} ${value}`;
  return [
    said.title,
    '',
    line(said.user, user),
    line(said.at, `${momentIn(language, erasedAt)} (${erasedAt})`),
    line(said.reason, reason),
    line(said.by, operators.join(', ')),
    line(said.position, String(position)),
    `${said.keys}${colon}`,
    ...keys.map((key) => `  - ${key}`),
    '',
    said.what,
    said.limits,
    '',
    `${said.checkpoint}${colon}`,
    checkpoint ?? said.unsigned,
  ].join('\n');
};
