import type { Language } from '../../terminal/language.js';

/** « 0 événement », « 2 événements »; "0 events", "1 event": zero is one in French, and many in English. */
export const counted = (language: Language, count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 || (count === 0 && language === 'fr') ? one : many}`;
