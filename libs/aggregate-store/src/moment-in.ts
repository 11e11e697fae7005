const formats = {
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
} as const;

/** An ISO 8601 instant as a person in France reads it. */
export const momentIn = (language: keyof typeof formats, at: string): string =>
  formats[language].format(new Date(at));
