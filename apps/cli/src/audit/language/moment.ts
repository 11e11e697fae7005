import type { Language } from './language.js';

const formats: Readonly<Record<Language, Intl.DateTimeFormat>> = {
  fr: new Intl.DateTimeFormat('fr-FR', {
    dateStyle: 'medium',
    timeStyle: 'medium',
    timeZone: 'Europe/Paris',
  }),
  en: new Intl.DateTimeFormat('en-GB', {
    dateStyle: 'medium',
    timeStyle: 'medium',
    timeZone: 'Europe/Paris',
  }),
};

/** An ISO 8601 instant as a person in France reads it. */
export const momentIn = (language: Language, at: string): string => formats[language].format(new Date(at));
