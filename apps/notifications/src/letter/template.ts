import type { Locale } from '#contracts';
import { flowText } from './flow-text.js';
import type { Letter } from './letter.js';
import { oneLine } from './one-line.js';
import { readProse, speakIn } from './voice.js';

/** What a content file may name, beside the words every letter has. */
export type Words = Readonly<Record<string, string | boolean | null>>;

/** Writes a letter in the reader's language. */
export type Template = (locale: Locale, words: Words) => Letter;

const inLanguage = (stem: URL, locale: Locale) => {
  const prose = readProse(stem, locale);
  const html = speakIn('html', locale, prose);
  const text = speakIn('text', locale, prose);
  return (words: Words): Letter => {
    const safe = Object.fromEntries(
      Object.entries({ ...words, locale }).map(([name, word]) => [
        name,
        typeof word === 'string' ? oneLine(word) : word,
      ]),
    );
    // As in a commit message, the first paragraph of the text is the subject.
    const [subject = '', ...paragraphs] = flowText(text(safe)).split('\n\n');
    return { locale, subject, text: `${paragraphs.join('\n\n')}\n`, html: html(safe) };
  };
};

/** Opens the content files `<stem>.fr.hbs` and `<stem>.en.hbs`: each is written once and read as text and as HTML. */
export const openTemplate = (stem: URL): Template => {
  const languages = { fr: inLanguage(stem, 'fr'), en: inLanguage(stem, 'en') };
  return (locale, words) => languages[locale](words);
};
