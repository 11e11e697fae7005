import type { Language } from '../../terminal/language.js';
import { inParis, momentIn } from '../language/moment.js';
import { accessText } from './access-text.js';
import type { Access } from './access.js';

type Difference = Readonly<{ before: unknown; after: unknown }>;

/** What is not the same in two accesses, by field. */
export const differences = (before: Access, after: Access): Readonly<Record<string, Difference>> =>
  Object.fromEntries(
    (Object.keys(before) as (keyof Access)[])
      .map((field) => [field, { before: before[field], after: after[field] }] as const)
      .filter(([, both]) => JSON.stringify(both.before) !== JSON.stringify(both.after)),
  );

type Both = Readonly<{ user: string; from: string; before: Access; to: string; after: Access }>;

/** The lines of the two accesses that differ, as a person reads a comparison. */
export const diffText = (language: Language, { user, from, before, to, after }: Both): string => {
  const [earlier, later] = [accessText(language, before, user), accessText(language, after, user)].map(
    (text) => text.split('\n'),
  );
  const gone = earlier!.filter((line) => !later!.includes(line)).map((line) => `- ${line}`);
  const come = later!.filter((line) => !earlier!.includes(line)).map((line) => `+ ${line}`);
  const heading = `${momentIn(language, from)} → ${inParis(language, to)}`;
  const nothing = language === 'fr' ? 'Rien n’a changé.' : 'Nothing changed.';
  return [heading, ...(gone.length + come.length === 0 ? [nothing] : [...gone, ...come])].join('\n');
};
