import type { Language } from '../language/language.js';
import { momentIn } from '../language/moment.js';
import { sentenceOf } from './sentences.js';
import type { Entry } from './timeline.js';

const words = {
  fr: {
    holder: 'la personne elle-même',
    system: 'le système',
    user: 'utilisateur',
    nothing: 'Rien pour cette personne dans cette période.',
    portal: 'portail',
    api: 'API',
    'command-line': 'ligne de commande',
    support: 'assistance',
  },
  en: {
    holder: 'the person themself',
    system: 'the system',
    user: 'user',
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
  const who = actor === userId ? said.holder : `${said.user} ${actor}`;
  return through ? `${who}, ${through}` : who;
};

/** One event as a line a person can read: when, what, who. */
export const entryText = (language: Language, entry: Entry, userId: string): string =>
  `${momentIn(language, entry.at)}  ${sentenceOf(language, entry.event)} [${doneBy(language, entry, userId)}]`;

/** A timeline as text. */
export const timelineText = (language: Language, entries: readonly Entry[], userId: string): string =>
  entries.length === 0
    ? words[language].nothing
    : entries.map((entry) => entryText(language, entry, userId)).join('\n');
