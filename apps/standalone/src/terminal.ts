import type { Settings } from '#settings';
import { demoSchool } from './demo/demo-school.js';

const line = '─'.repeat(66);

const demoLines = ({ publicUrl, smtpUrl }: Settings): string[] => [
  '',
  `  Démonstration : ${demoSchool.name}`,
  ...[{ ...demoSchool.manager, role: 'manager' as const }, ...demoSchool.users, ...demoSchool.operators].map(
    ({ identifier, role }) => `    ${identifier.padEnd(18)} ${roleNames[role]}`,
  ),
  '',
  smtpUrl === undefined
    ? `  Leurs premières clés les attendent ici : ${publicUrl}/dev/courriels`
    : '  Leurs premières clés partent par e-mail.',
  '  Une clé provisoire vaut 60 minutes ; « Clé oubliée ? » en envoie une autre.',
];

const roleNames = {
  manager: 'Gérant (Admin)',
  office: 'Complet',
  instructor: 'Moniteur',
  support: 'Assistance',
} as const;

/** What a person reads when the portal is up. */
export const greeting = (settings: Settings): string =>
  [
    line,
    `  Trousseau est prêt : ${settings.publicUrl}`,
    ...(settings.demo ? demoLines(settings) : []),
    '',
    '  Ctrl+C pour arrêter.',
    line,
    '',
  ].join('\n');

/** What a person reads when settings cannot be used. */
export const refusedSettings = (problems: readonly string[]): string =>
  [
    'Trousseau ne démarre pas, ces réglages ne conviennent pas :',
    ...problems.map((problem) => `  - ${problem}`),
    '',
  ].join('\n');

/** What the system says of a file, a folder or an address. */
type SystemError = Readonly<{
  code?: string | undefined;
  path?: string | undefined;
  hostname?: string | undefined;
  address?: string | undefined;
  port?: number | undefined;
}>;

/** What a person reads when something the settings name cannot be used; undefined when it is another error. */
export const unusable = (error: SystemError): string | undefined => {
  const { code, path, hostname, address, port } = error;
  if (code === 'EADDRINUSE')
    return `Le port ${port} est déjà pris. Arrêtez l’autre programme, ou choisissez un autre port : TROUSSEAU_PORT=3001 npm start\n`;
  const what = path ?? hostname ?? (address === undefined ? undefined : `${address}:${port}`);
  if (what === undefined) return undefined;
  const settings =
    path === undefined ? 'TROUSSEAU_HOST et TROUSSEAU_PORT' : 'TROUSSEAU_DATA et TROUSSEAU_SECRETS';
  return `Trousseau ne démarre pas : ${what} ne peut pas servir (${code}). Voyez ${settings}.\n`;
};
