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

/** An ISO 8601 instant as a person in France reads it. The first of a month is « 1er » in French, which Intl does not know. */
export const momentIn = (language: keyof typeof formats, at: string): string => {
  const moment = formats[language].format(new Date(at));
  return language === 'fr' ? moment.replace(/^1 /, '1er ') : moment;
};
