import type { Locale } from '#contracts';

const place = { fr: 'fr-FR', en: 'en-GB' } as const;
/** The schools are in France; every hour shown is theirs. */
const timeZone = 'Europe/Paris';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** The first of a month is « 1er » in French, which Intl does not know. */
const first = (moment: string, locale: Locale): string =>
  locale === 'fr' ? moment.replace(/^1 /, '1er ') : moment;

/** « 22 novembre 2026 à 09:19 ». */
export const exactMoment = (at: string, locale: Locale): string =>
  first(
    new Intl.DateTimeFormat(place[locale], { dateStyle: 'long', timeStyle: 'short', timeZone }).format(
      new Date(at),
    ),
    locale,
  );

/** « 22 novembre 2026 ». */
export const calendarDay = (at: string, locale: Locale): string =>
  first(new Intl.DateTimeFormat(place[locale], { dateStyle: 'long', timeZone }).format(new Date(at)), locale);

/** « 22 nov. 2026, 09:19 », for the columns of a table. */
export const shortMoment = (at: string, locale: Locale): string =>
  first(
    new Intl.DateTimeFormat(place[locale], { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(
      new Date(at),
    ),
    locale,
  );

/** « Dimanche 22 novembre 2026 », as a heading. */
export const wholeDay = (at: string, locale: Locale): string => {
  const day = new Intl.DateTimeFormat(place[locale], { dateStyle: 'full', timeZone }).format(new Date(at));
  const spelled = locale === 'fr' ? day.replace(' 1 ', ' 1er ') : day.replace(',', '');
  return spelled.charAt(0).toUpperCase() + spelled.slice(1);
};

/** « 09:19:05 ». */
export const timeOfDay = (at: string, locale: Locale): string =>
  new Intl.DateTimeFormat(place[locale], { timeStyle: 'medium', timeZone }).format(new Date(at));

const justNow = { fr: 'à l’instant', en: 'just now' } as const;

/** The day it is in the schools, counted from 1970: « hier » is a matter of the calendar, not of hours. */
const dayOf = (at: string): number => {
  const day = new Intl.DateTimeFormat('en-CA', { timeZone }).format(new Date(at));
  return Date.parse(`${day}T00:00:00Z`) / (DAY * 1000);
};

const inSteps = (at: string, now: string): [count: number, unit: Intl.RelativeTimeFormatUnit] | null => {
  const seconds = (Date.parse(at) - Date.parse(now)) / 1000;
  const size = Math.abs(seconds);
  if (size < MINUTE) return null;
  if (size < HOUR) return [Math.trunc(seconds / MINUTE), 'minute'];
  if (size < DAY) return [Math.trunc(seconds / HOUR), 'hour'];
  const days = dayOf(at) - dayOf(now);
  if (Math.abs(days) < 30) return [days, 'day'];
  if (Math.abs(days) < 365) return [Math.trunc(days / 30), 'month'];
  return [Math.trunc(days / 365), 'year'];
};

/** « il y a 3 heures », « avant-hier », « il y a 2 mois »; under a minute, « à l’instant ». */
export const relativeMoment = (at: string, now: string, locale: Locale): string => {
  const steps = inSteps(at, now);
  if (!steps) return justNow[locale];
  return new Intl.RelativeTimeFormat(place[locale], { numeric: 'auto' }).format(...steps);
};

/** « 4 minutes »: how long to wait, rounded up so that nobody comes back too early. */
export const waitingTime = (seconds: number, locale: Locale): string => {
  const [unit, size] =
    seconds <= 90
      ? (['second', 1] as const)
      : seconds <= 90 * MINUTE
        ? (['minute', MINUTE] as const)
        : (['hour', HOUR] as const);
  const count = Math.max(1, Math.ceil(seconds / size));
  return new Intl.NumberFormat(place[locale], { style: 'unit', unit, unitDisplay: 'long' }).format(count);
};
