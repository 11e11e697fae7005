import { type Role, roleNames } from '#contracts';
import type { Language } from '../../terminal/language.js';
import { counted } from '../../terminal/counted.js';
import { inParis } from '../language/moment.js';
import type { Access } from './access.js';

const opens = {
  fr: { key: 'clé, génération', 'provisional-key': 'clé provisoire', nothing: 'rien' },
  en: { key: 'key, generation', 'provisional-key': 'provisional key', nothing: 'nothing' },
} as const;
const statuses = {
  fr: { erased: '[effacé]', active: 'actif', closed: 'fermé' },
  en: { erased: '[erased]', active: 'active', closed: 'closed' },
} as const;

/** Everybody of a school at an instant, one to a line. */
export const schoolText = (
  language: Language,
  at: string,
  everybody: readonly Readonly<{ user: string; access: Access }>[],
): string => {
  const [door, role, status] = [opens[language], roleNames[language], statuses[language]];
  const width = Math.max(...everybody.map(({ access }) => (role[access.role as Role] ?? '—').length));
  const lines = everybody.map(({ user, access }) => {
    if (access.status === 'erased') return `  ${user}  ${status.erased}`;
    const known = role[access.role as Role] ?? '—';
    const with_ = access.opens === 'key' ? `${door.key} ${access.generation}` : door[access.opens];
    return `  ${user}  ${known.padEnd(width)}  ${(access.active ? status.active : status.closed).padEnd(Math.max(status.active.length, status.closed.length))}  ${with_}`;
  });
  const count =
    language === 'fr' ? counted('fr', lines.length, 'personne') : counted('en', lines.length, 'user');
  return [`${inParis(language, at)} · ${count}`, ...lines].join('\n');
};
