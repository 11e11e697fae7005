import type { Locale } from '#contracts';

const NBSP = '\u00a0';
const tags = { fr: 'fr-FR', en: 'en-GB' } as const;
const timeZone = 'Europe/Paris';

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone,
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** The time on a clock in Paris: `15 h 05`, `9 h`, or `15:05` in English. */
export const parisTime = (instant: string, locale: Locale): string => {
  const time = clock.format(new Date(instant));
  if (locale === 'en') return time;
  const [hour = '', minute = ''] = time.split(':');
  return `${Number(hour)}${NBSP}h${minute === '00' ? '' : `${NBSP}${minute}`}`;
};

/** Day and time in Paris: `lundi 23 novembre à 15 h 05`, or `Monday 23 November at 15:05`. */
export const parisDay = (instant: string, locale: Locale): string => {
  const day = new Intl.DateTimeFormat(tags[locale], {
    timeZone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
  })
    .format(new Date(instant))
    .replace(',', '');
  return `${day} ${locale === 'fr' ? 'à' : 'at'} ${parisTime(instant, locale)}`;
};
