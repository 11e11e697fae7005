import type { Language } from '../language/language.js';
import { plain } from '../../terminal/plain.js';
import { momentIn } from '../language/moment.js';
import type { Access } from './access.js';

const list = (items: readonly string[], nothing: string) => (items.length === 0 ? nothing : items.join(', '));

const kinds = {
  fr: {
    totp: 'une application',
    passkey: 'une clé d’accès',
    since: 'depuis le',
    used: 'codes de secours utilisés :',
  },
  en: { totp: 'an app', passkey: 'a passkey', since: 'since', used: 'recovery codes used:' },
} as const;

/** What had to be given beside the key. */
const besideIn = (language: Language, { factors, recoveryCodesUsed }: Access): readonly string[] => {
  const said = kinds[language];
  const given = factors.map(
    ({ kind, addedAt }) => `${said[kind]} (${said.since} ${momentIn(language, addedAt)})`,
  );
  return factors.length === 0 || recoveryCodesUsed === null
    ? given
    : [...given, `${said.used} ${recoveryCodesUsed}`];
};

const french = (access: Access): readonly string[] => [
  `Utilisateur : ${{ registered: 'enregistré', unknown: 'inconnu', abandoned: 'abandonné', erased: '[effacé]' }[access.status]}${access.active ? ', actif' : ''}`,
  `Rôle : ${roleNames[access.role as keyof typeof roleNames] ?? access.role ?? '—'} ; auto-école ${access.schoolId ?? '—'}`,
  `Ouvre la porte : ${{ key: `la clé de génération ${access.generation}`, 'provisional-key': 'une clé provisoire seulement', nothing: 'rien' }[access.opens]}`,
  `En plus de la clé : ${list(besideIn('fr', access), 'rien')}`,
  `Clés provisoires utilisables jusqu'à : ${list(
    access.provisionalKeysUntil.map((until) => momentIn('fr', until)),
    'aucune',
  )}`,
  `Désactivée après trop d'échecs : ${access.disabledByFailures ? 'oui' : 'non'} ; accès fermé : ${access.deactivated ? 'oui' : 'non'}`,
  `Pouvaient y toucher : la personne elle-même, la ligne de commande, et les gérants ${list(access.managers, '—')}`,
];

const english = (access: Access): readonly string[] => [
  `User: ${access.status === 'erased' ? '[erased]' : access.status}${access.active ? ', active' : ''}`,
  `Role: ${access.role ?? '—'}; school ${access.schoolId ?? '—'}`,
  `Opens the door: ${{ key: `the key of generation ${access.generation}`, 'provisional-key': 'a provisional key only', nothing: 'nothing' }[access.opens]}`,
  `Beside the key: ${list(besideIn('en', access), 'nothing')}`,
  `Provisional keys good until: ${list(
    access.provisionalKeysUntil.map((until) => momentIn('en', until)),
    'none',
  )}`,
  `Disabled after too many failures: ${access.disabledByFailures ? 'yes' : 'no'}; access closed: ${access.deactivated ? 'yes' : 'no'}`,
  `Who could have changed it: the person, the command line, and the managers ${list(access.managers, '—')}`,
];

const roleNames = { manager: 'Gérant (Admin)', office: 'Complet', instructor: 'Moniteur' } as const;

const sessionLines = (language: Language, { sessions }: Access): readonly string[] => {
  if (sessions === undefined) return [];
  const title = language === 'fr' ? 'Sessions vivantes :' : 'Sessions alive:';
  if (sessions.length === 0) return [`${title} ${language === 'fr' ? 'aucune' : 'none'}`];
  const opened = language === 'fr' ? 'ouverte le' : 'opened';
  return [
    `${title} ${sessions.length}`,
    ...sessions.map(
      ({ openedAt, userAgent }) => `  ${plain(userAgent)}, ${opened} ${momentIn(language, openedAt)}`,
    ),
  ];
};

/** An access in words. */
export const accessText = (language: Language, access: Access): string =>
  [...(language === 'fr' ? french : english)(access), ...sessionLines(language, access)].join('\n');
