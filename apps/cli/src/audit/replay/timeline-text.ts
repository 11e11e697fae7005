import { caseOfActor } from '#contracts';
import type { Language } from '../../terminal/language.js';
import { dayIn, timeOfDay } from '../language/moment.js';
import { sentenceOf } from './sentences.js';
import type { Entry } from './timeline.js';

const words = {
  fr: {
    zone: 'heure de Paris',
    holder: 'la personne elle-même',
    system: 'le système',
    user: 'utilisateur',
    supportCase: 'dossier d’assistance',
    nothing: 'Rien pour cette personne dans cette période.',
    portal: 'portail',
    api: 'API',
    'command-line': 'ligne de commande',
    support: 'assistance',
  },
  en: {
    zone: 'Paris time',
    holder: 'the person themself',
    system: 'the system',
    user: 'user',
    supportCase: 'case of support',
    nothing: 'Nothing of this person in this period.',
    portal: 'portal',
    api: 'API',
    'command-line': 'command line',
    support: 'support',
  },
} as const;

/** Who did it, and through which door. */
const doneBy = (language: Language, { actor, channel }: Entry, userId: string): string => {
  const said = words[language];
  const through = channel === undefined || channel === 'system' ? '' : said[channel as keyof typeof said];
  if (actor === undefined) return through || said.system;
  const caseId = caseOfActor(actor);
  if (caseId !== null) return `${said.supportCase} ${caseId}`;
  const who = actor === userId ? said.holder : `${said.user} ${actor}`;
  return through ? `${who}, ${through}` : who;
};

/** One event as a person reads it: when, what, who. `shown`: what an unlocked record adds. */
export const entryText = (
  language: Language,
  entry: Entry,
  userId: string,
  shown: readonly string[] = [],
): string =>
  [
    `  ${timeOfDay(entry.at)}  ${sentenceOf(language, entry.event)}`,
    ...[...shown, `${doneBy(language, entry, userId)} · position ${entry.position}`].map(
      (line) => `${' '.repeat(12)}${line}`,
    ),
  ].join('\n');

/** One event for a machine. */
export const entryFields = (language: Language, { event, ...entry }: Entry) => ({
  ...entry,
  type: event.type,
  text: sentenceOf(language, event),
});

/** The heading of a day. */
export const dayText = (language: Language, { at }: Entry): string =>
  `${dayIn(language, at)} (${words[language].zone})`;

/** A timeline as text, day by day. `unlocked`: personal fields by position. */
export const timelineText = (
  language: Language,
  entries: readonly Entry[],
  userId: string,
  unlocked: ReadonlyMap<number, readonly string[]> = new Map(),
): string => {
  if (entries.length === 0) return words[language].nothing;
  return entries
    .flatMap((entry, index) => {
      const day = dayText(language, entry);
      const before = entries[index - 1];
      const heading = before === undefined || dayText(language, before) !== day ? [day] : [];
      return [...heading, entryText(language, entry, userId, unlocked.get(entry.position))];
    })
    .join('\n');
};
