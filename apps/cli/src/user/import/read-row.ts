import { readLegacyHash } from '#apps/auth';
import { normaliseIdentifier, type Locale, type SchoolRole } from '#contracts';
import { bare } from './columns.js';
import type { Problem } from './problem-text.js';
import type { Row } from './read-table.js';

/** Somebody a row describes; `problems` is what this row alone already says is wrong. */
export type Candidate = Readonly<{
  line: number;
  identifier: string;
  name: string;
  role: SchoolRole | null;
  email: string;
  locale: Locale;
  hash: string | null;
  problems: readonly Problem[];
}>;

const roles: Readonly<Record<SchoolRole, readonly string[]>> = {
  manager: [
    'manager',
    'gerant',
    'gerante',
    'gerantadmin',
    'geranteadmin',
    'admin',
    'administrateur',
    'administratrice',
  ],
  office: ['office', 'complet', 'bureau', 'secretaire', 'secretariat'],
  instructor: ['instructor', 'moniteur', 'monitrice', 'enseignant', 'enseignante'],
};
const locales: Readonly<Record<Locale, readonly string[]>> = {
  fr: ['fr', 'francais', 'french', 'frfr'],
  en: ['en', 'anglais', 'english', 'engb', 'enus'],
};

/** The longest a cell may be before it is sent anywhere; the services have finer rules. */
const longest = { identifier: 256, name: 200, email: 320 };

const meaning = <Word extends string>(words: Readonly<Record<Word, readonly string[]>>, text: string) =>
  (Object.keys(words) as Word[]).find((word) => words[word].includes(bare(text))) ?? null;

/** What a row says, in our words. `usual` is the language of those whose row names none. */
export const readRow = ({ line, cells }: Row, usual: Locale): Candidate => {
  const {
    identifier = '',
    firstName = '',
    lastName = '',
    role = '',
    email = '',
    locale = '',
    hash = '',
  } = cells;
  const name = [firstName, lastName].filter((part) => part !== '').join(' ');
  const known = { role: meaning(roles, role), locale: locale === '' ? usual : meaning(locales, locale) };
  const legacy = hash === '' ? null : readLegacyHash(hash);
  const problems: readonly (Problem | false)[] = [
    identifier.length > longest.identifier && 'identifier-not-valid',
    name.length > longest.name && 'name-not-valid',
    email.length > longest.email && 'email-not-valid',
    known.role === null && (role === '' ? 'role-missing' : 'role-not-valid'),
    known.locale === null && 'locale-not-valid',
    typeof legacy === 'string' && legacy,
  ];
  return {
    line,
    identifier: normaliseIdentifier(identifier).slice(0, longest.identifier),
    name: name.slice(0, longest.name),
    role: known.role,
    email: email.slice(0, longest.email),
    locale: known.locale ?? usual,
    hash: hash === '' ? null : hash,
    problems: problems.filter((problem) => problem !== false),
  };
};
