import type { Language } from './language.js';

export { momentIn } from '#aggregate-store';

const days: Readonly<Record<Language, Intl.DateTimeFormat>> = {
  fr: new Intl.DateTimeFormat('fr-FR', { dateStyle: 'full', timeZone: 'Europe/Paris' }),
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: 'Europe/Paris' }),
};
const times = new Intl.DateTimeFormat('fr-FR', { timeStyle: 'medium', timeZone: 'Europe/Paris' });

/** The day of an instant in France. */
export const dayIn = (language: Language, at: string): string =>
  days[language].format(new Date(at)).replace(',', '');

/** The time of day of an instant in France, to the second. */
export const timeOfDay = (at: string): string => times.format(new Date(at));
