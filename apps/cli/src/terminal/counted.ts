import type { Language } from './language.js';

const numbers: Readonly<Record<Language, Intl.NumberFormat>> = {
  fr: new Intl.NumberFormat('fr-FR'),
  en: new Intl.NumberFormat('en-GB'),
};

/** « 0 événement », « 1 200 événements »; "0 events", "1 event": zero is one in French, and many in English. */
export const counted = (language: Language, count: number, one: string, many = `${one}s`): string =>
  `${numbers[language].format(count)} ${count === 1 || (count === 0 && language === 'fr') ? one : many}`;
