import { caseOfActor, type Locale, type ReplyOf, type ToldEvent, type UnlockRecord } from '#contracts';
import type { Catalogue } from '../language/catalogue.fr.js';
import { frenchSpaces } from '../language/french-spaces.js';
import { exactMoment, timeOfDay, wholeDay } from '../language/moments.js';

/** Who somebody is, as a case unlocked it. */
export type Personal = Extract<ReplyOf<typeof UnlockRecord>, { outcome: 'done' }>['personal'];

type Step = Readonly<{
  at: string;
  when: string;
  text: string;
  who: string;
  shown: readonly string[];
  /** Stands before the first event after the instant that was asked for. */
  mark: string | null;
}>;
export type Day = Readonly<{ heading: string; steps: readonly Step[] }>;

/** `asked`: whether `at` was asked for, or is simply now. */
export type Around = Readonly<{ t: Catalogue; lang: Locale; at: string; asked: boolean; personal: Personal }>;

/** What happened, day by day. */
export const daysOf = (events: readonly ToldEvent[], userId: string, around: Around): readonly Day[] => {
  const { lang, asked, at } = around;
  const firstLater = asked ? events.find((event) => event.at > at) : undefined;
  const days = new Map<string, Step[]>();
  for (const event of events) {
    const heading = wholeDay(event.at, lang);
    const step = stepOf(event, userId, event === firstLater, around);
    days.set(heading, [...(days.get(heading) ?? []), step]);
  }
  return [...days].map(([heading, steps]) => ({ heading, steps }));
};

const stepOf = (
  event: ToldEvent,
  userId: string,
  isFirstLater: boolean,
  { t, lang, at, personal }: Around,
): Step => ({
  at: event.at,
  when: timeOfDay(event.at, lang),
  text: lang === 'fr' ? frenchSpaces(event.text) : event.text,
  who: doneBy(event, userId, t),
  shown: personal
    .filter(({ position }) => position === event.position)
    .map(({ field, value }) => t.audit.shown(t.audit.fields[field], value ?? t.audit.gone)),
  mark: isFirstLater ? t.audit.mark(exactMoment(at, lang)) : null,
});

const doneBy = ({ actor, channel, position }: ToldEvent, userId: string, t: Catalogue): string => {
  const caseId = actor === undefined ? null : caseOfActor(actor);
  if (caseId !== null) return `${t.audit.supportCase(caseId)} · ${t.audit.position(position)}`;
  const through =
    channel === undefined || channel === 'system'
      ? ''
      : (t.audit.channels as Record<string, string>)[channel];
  const who =
    actor === undefined
      ? through || t.audit.system
      : actor === userId
        ? t.audit.themself
        : t.audit.user(actor);
  const door = actor !== undefined && through ? `, ${through}` : '';
  return `${who}${door} · ${t.audit.position(position)}`;
};
