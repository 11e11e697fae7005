import type { Language } from '../language/language.js';
import { momentIn } from '../language/moment.js';
import type { Access } from './access.js';

const opens = {
  fr: { key: 'clé, génération', 'provisional-key': 'clé provisoire', nothing: 'rien' },
  en: { key: 'key, generation', 'provisional-key': 'provisional key', nothing: 'nothing' },
} as const;
const roles = {
  fr: { manager: 'Gérant (Admin)', office: 'Complet', instructor: 'Moniteur' },
  en: { manager: 'Manager', office: 'Office', instructor: 'Instructor' },
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
  const [door, role, status] = [opens[language], roles[language], statuses[language]];
  const lines = everybody.map(({ user, access }) => {
    if (access.status === 'erased') return `  ${user}  ${status.erased}`;
    const known = role[access.role as keyof typeof role] ?? access.role ?? '—';
    const with_ = access.opens === 'key' ? `${door.key} ${access.generation}` : door[access.opens];
    return `  ${user}  ${known.padEnd(14)}  ${(access.active ? status.active : status.closed).padEnd(6)}  ${with_}`;
  });
  const count = language === 'fr' ? `${lines.length} personne(s)` : `${lines.length} user(s)`;
  return [`${momentIn(language, at)} · ${count}`, ...lines].join('\n');
};
