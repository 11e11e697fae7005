import { momentIn } from '#aggregate-store';
import type { Language } from '../../terminal/language.js';

export { momentIn };

const days: Readonly<Record<Language, Intl.DateTimeFormat>> = {
  fr: new Intl.DateTimeFormat('fr-FR', { dateStyle: 'full', timeZone: 'Europe/Paris' }),
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: 'Europe/Paris' }),
};
const times = new Intl.DateTimeFormat('fr-FR', { timeStyle: 'medium', timeZone: 'Europe/Paris' });

/** The day of an instant in France, as a heading. */
export const dayIn = (language: Language, at: string): string => {
  const day = days[language].format(new Date(at));
  const spelled = language === 'fr' ? day.replace(' 1 ', ' 1er ') : day.replace(',', '');
  return spelled.charAt(0).toUpperCase() + spelled.slice(1);
};

const zones = { fr: 'heure de Paris', en: 'Paris time' } as const;

/** An instant, and whose clocks show it. */
export const inParis = (language: Language, at: string): string =>
  `${momentIn(language, at)} (${zones[language]})`;

/** The time of day of an instant in France, to the second. */
export const timeOfDay = (at: string): string => times.format(new Date(at));
