import type { Locale, ToldEvent } from '#contracts';
import type { Catalogue } from '../language/catalogue.fr.js';
import { calendarDay } from '../language/moments.js';
import type { AuditQuery } from './audit.form.js';
import { isWithin, type Period } from './read-asked.js';

/** How many events are shown, and what to say where none of the period is. */
export type Shown = Readonly<{ count: string; nothing: string | null; filtered: boolean }>;

type Asked = Readonly<{ period: Period; query: AuditQuery }>;

/** The events of a period, and the words that say which they are. */
export const shownOf = (
  events: readonly ToldEvent[],
  { period, query: { du, au } }: Asked,
  { t, lang }: Readonly<{ t: Catalogue; lang: Locale }>,
): Shown & Readonly<{ events: readonly ToldEvent[] }> => {
  const total = events.length;
  if (du === '' && au === '') return { events, count: t.audit.count(total), nothing: null, filtered: false };
  const within = events.filter(({ at }) => isWithin(period, at));
  const day = (typed: string) => (typed === '' ? null : calendarDay(`${typed}T12:00Z`, lang));
  const words = t.audit.period(day(du), day(au));
  return {
    events: within,
    count: t.audit.countOf(within.length, total, words),
    nothing: within.length === 0 ? t.audit.nothingIn(words, total) : null,
    filtered: true,
  };
};
