import { readdirSync, readFileSync } from 'node:fs';
import Handlebars from 'handlebars';
import type { Locale } from '#contracts';
import { frenchSpaces } from './french-spaces.js';

type CompileOptions = NonNullable<Parameters<typeof Handlebars.compile>[1]>;

/** The two voices of a letter. Each is a folder of partials with the same names, so that one content file speaks in both. */
export type Voice = 'html' | 'text';

export type Speak = (words: object) => string;

/** A file without the line end of its last line, which would be a space before a full stop. */
const read = (url: URL): string => readFileSync(url, 'utf8').replace(/\n$/, '');

export const readProse = (stem: URL, locale: Locale): string => {
  const prose = read(new URL(`${stem.href}.${locale}.hbs`));
  return locale === 'fr' ? frenchSpaces(prose) : prose;
};

// A word that the prose names and nobody gives is an error, not a hole in the letter.
const optionsOf = (voice: Voice): CompileOptions => ({
  strict: true,
  knownHelpersOnly: true,
  // In text an empty line means something.
  ignoreStandalone: true,
  noEscape: voice === 'text',
});

const stage = (voice: Voice, locale: Locale): typeof Handlebars => {
  const handlebars = Handlebars.create();
  // Compiled here: Handlebars would forget its own compilation of a partial after every letter with an inline one.
  const register = (name: string, prose: string) =>
    handlebars.registerPartial(name, handlebars.compile(prose, optionsOf(voice)));
  const folder = new URL(`./${voice}/`, import.meta.url);
  for (const file of readdirSync(folder)) register(file.replace(/\.hbs$/, ''), read(new URL(file, folder)));
  register('foot', readProse(new URL('./foot', import.meta.url), locale));
  return handlebars;
};

const stages = {
  html: { fr: stage('html', 'fr'), en: stage('html', 'en') },
  text: { fr: stage('text', 'fr'), en: stage('text', 'en') },
};

/** What the runtime sets up a template with before each use; it is how a finished one is taken out of it. */
type SetUp = Readonly<{ _setup?(options: object): void }>;

/**
 * Takes the last letter out of the partials it went through: they would hold the words of an inline one, and with them a provisional key,
 * in memory until the next letter (TST-16).
 */
const forget = ({ partials }: typeof Handlebars): void => {
  for (const partial of Object.values(partials as Record<string, SetUp>)) partial._setup?.({});
};

/** Compiles prose for one voice. Nothing of what it has said stays behind. */
export const speakIn = (voice: Voice, locale: Locale, prose: string): Speak => {
  const handlebars = stages[voice][locale];
  const speak = handlebars.compile(prose, optionsOf(voice));
  return (words) => {
    try {
      return speak(words);
    } finally {
      forget(handlebars);
    }
  };
};
