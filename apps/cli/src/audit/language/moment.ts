import { momentIn } from '#aggregate-store';
import type { Language } from '../../terminal/language.js';

export { momentIn };

const days: Readonly<Record<Language, Intl.DateTimeFormat>> = {
  fr: new Intl.DateTimeFormat('fr-FR', { dateStyle: 'full', timeZone: 'Europe/Paris' }),
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: 'Europe/Paris' }),
};
const times = new Intl.DateTimeFormat('fr-FR', { timeStyle: 'medium', timeZone: 'Europe/Paris' });

/** The day of an instant in France. */
export const dayIn = (language: Language, at: string): string =>
  days[language]
    .format(new Date(at))
    .replace(',', '')
    .replace(/\b1 (?=\p{L})/u, language === 'fr' ? '1er ' : '1 ');

const zones = { fr: 'heure de Paris', en: 'Paris time' } as const;

/** An instant, and whose clocks show it. */
export const inParis = (language: Language, at: string): string =>
  `${momentIn(language, at)} (${zones[language]})`;

/** The time of day of an instant in France, to the second. */
export const timeOfDay = (at: string): string => times.format(new Date(at));
