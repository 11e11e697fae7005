import type { Catalogue } from '../language/catalogue.fr.js';
import type { Problems } from './read-form.js';

/** The words for what is wrong with a field; null when nothing is. */
export const problemText = (t: Catalogue, problems: Problems, field: string): string | null => {
  const slip = Object.hasOwn(problems, field) ? problems[field] : undefined;
  if (slip === undefined) return null;
  const words: unknown =
    slip === 'required'
      ? t.problems.required[field as keyof typeof t.problems.required]
      : t.problems[slip as keyof typeof t.problems];
  return typeof words === 'string' ? words : t.problems.notValid;
};
