import { NO_SCHOOL, type Role, roleNames } from '#contracts';
import type { Language } from '../../terminal/language.js';
import { plain } from '../../terminal/plain.js';
import { momentIn } from '../language/moment.js';
import { words } from './access-words.js';
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

/** Who could have changed it. A manager who lost everything is helped by support, by two people together (TEL-04). */
const othersIn = (language: Language, { role, managers }: Access, userId: string): readonly string[] => {
  const said = words[language];
  const others = managers.filter((id) => id !== userId);
  return [
    said.holder,
    said.commandLine,
    ...(role === 'manager' ? [said.support] : []),
    ...(others.length === 0
      ? []
      : [`${others.length === 1 ? said.manager : said.managers} ${others.join(', ')}`]),
  ];
};

const linesIn = (
  language: Language,
  access: Access,
  userId: string,
): readonly (readonly [string, string])[] => {
  const said = words[language];
  const { status, active, role, schoolId, opens, generation, provisionalKeysUntil } = access;
  const line = (name: keyof typeof said.lines, value: string) => [said.lines[name], value] as const;
  const whose = schoolId === null || schoolId === NO_SCHOOL ? [] : [`${said.school} ${schoolId}`];
  const door = line('opens', opens === 'key' ? `${said.key} ${generation}` : said.doors[opens]);
  if (status !== 'registered') return [line('user', [said.statuses[status], ...whose].join(', ')), door];
  const until = provisionalKeysUntil.map((moment) => `${said.until} ${momentIn(language, moment)}`);
  return [
    line('user', `${said.statuses.registered}, ${active ? said.active : said.inactive}`),
    line('role', [roleNames[language][role as Role] ?? role ?? '—', ...whose].join(', ')),
    door,
    line('beside', list(besideIn(language, access), said.nothing)),
    line('provisional', list(until, said.none)),
    line('blocked', access.disabledByFailures ? said.yes : said.no),
    line('closed', access.deactivated ? said.yes : said.no),
    line('others', othersIn(language, access, userId).join(', ')),
  ];
};

const sessionLines = (language: Language, { sessions }: Access): readonly string[] => {
  if (sessions === undefined) return [];
  const said = words[language];
  const title = `${said.sessions}${said.colon}`;
  if (sessions === null) return [`${title} ${said.sessionsLeft}`];
  if (sessions.length === 0) return [`${title} ${said.none}`];
  return [
    `${title} ${sessions.length}`,
    ...sessions.map(
      ({ openedAt, userAgent }) =>
        `  ${plain(userAgent) || said.unknownDevice}, ${said.opened} ${momentIn(language, openedAt)}`,
    ),
  ];
};

/** An access in words, one matter to a line. */
export const accessText = (language: Language, access: Access, userId: string): string =>
  [
    ...linesIn(language, access, userId).map(([name, value]) => `${name}${words[language].colon} ${value}`),
    ...sessionLines(language, access),
  ].join('\n');
