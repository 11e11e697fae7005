import {
  caseOfActor,
  type GetCredentialAt,
  type GetUserAt,
  type Locale,
  type ReplyOf,
  type ToldEvent,
  type UnlockRecord,
} from '#contracts';
import type { Catalogue } from '../language/catalogue.fr.js';
import { frenchSpaces } from '../language/french-spaces.js';
import { exactMoment, timeOfDay, wholeDay } from '../language/moments.js';
import { view } from '../view/views.js';

type Done<R> = Extract<R, { outcome: 'done' }>;
type State = Done<ReplyOf<typeof GetUserAt>> & Omit<Done<ReplyOf<typeof GetCredentialAt>>, 'outcome'>;
type Personal = Done<ReplyOf<typeof UnlockRecord>>['personal'];

type Line = Readonly<{ name: string; value: string }>;
type Step = Readonly<{
  at: string;
  when: string;
  text: string;
  who: string;
  shown: readonly string[];
  /** Stands before the first event after the instant that was asked for. */
  mark: string | null;
}>;
type Day = Readonly<{ heading: string; steps: readonly Step[] }>;

export type Found = Readonly<{
  userId: string;
  erased: boolean;
  heading: string;
  facts: readonly Line[];
  /** What was recorded of sessions has left the log by now. */
  sessionsLeft: boolean;
  sessions: readonly string[];
  days: readonly Day[];
  /** Who it is, where a case unlocked it. */
  who: readonly Line[];
  count: string;
}>;

export type AuditModel = Readonly<{
  typed: string;
  wall: string;
  note: string | null;
  found: Found | null;
  unlocking: Unlocking;
}>;

/** The form that asks who it is, as it was typed, and what is wrong with it. */
export type Unlocking = Readonly<
  Record<'dossier' | 'motif', Readonly<{ typed: string; slip: string | null }>>
>;

export const blank: Unlocking = { dossier: { typed: '', slip: null }, motif: { typed: '', slip: null } };

export const auditView = view<AuditModel>('audit/audit');

/** `asked`: whether `at` was asked for, or is simply now. */
type Around = Readonly<{ t: Catalogue; lang: Locale; at: string; asked: boolean; personal: Personal }>;
type Read = Readonly<{ userId: string; state: State; events: readonly ToldEvent[] }>;

/** Everything about one user, as the page shows it. */
export const foundModel = ({ userId, state, events }: Read, around: Around): Found => {
  const { t, lang, at } = around;
  return {
    userId,
    erased: state.status === 'erased',
    heading: t.audit.stateAt(exactMoment(at, lang)),
    facts: factsOf(userId, state, around),
    sessionsLeft: state.sessions === null,
    sessions: (state.sessions ?? []).map(({ userAgent, openedAt }) =>
      t.audit.session(userAgent === '' ? t.account.unknownDevice : userAgent, exactMoment(openedAt, lang)),
    ),
    days: daysOf(events, userId, around),
    who: whoOf(around),
    count: t.audit.count(events.length),
  };
};

const factsOf = (userId: string, state: State, { t, lang }: Around): readonly Line[] => {
  const { status, active, role, opens, generation } = state;
  const line = (name: string, value: string): Line => ({
    name,
    value: value.charAt(0).toUpperCase() + value.slice(1),
  });
  const isClosed = status === 'registered' && !active;
  const user = line(t.audit.status, isClosed ? t.states.deactivated : t.audit.statuses[status]);
  const door = line(t.audit.opens, opens === 'key' ? t.audit.key(generation) : t.audit.doors[opens]);
  if (status !== 'registered') return [user, door];
  const until = state.provisionalKeysUntil.map((moment) => t.audit.until(exactMoment(moment, lang)));
  return [
    user,
    line(t.audit.role, role !== null && role in t.roles ? t.roles[role as keyof Catalogue['roles']] : '—'),
    door,
    line(t.audit.beside, besideOf(state, t, lang)),
    line(t.audit.provisional, until.length === 0 ? t.audit.none : until.join(', ')),
    line(t.audit.blocked, state.disabledByFailures ? t.audit.yes : t.audit.no),
    line(t.audit.couldChange, othersOf(userId, state, t).join(', ')),
  ];
};

/** Who could have changed it. A manager who lost everything is helped by support, by two people together (TEL-04). */
const othersOf = (userId: string, { role, managers }: State, t: Catalogue): readonly string[] => {
  const others = managers.filter((id) => id !== userId);
  return [
    t.audit.themself,
    t.audit.commandLine,
    ...(role === 'manager' ? [t.audit.support] : []),
    ...(others.length === 1 ? [t.audit.manager(others[0]!)] : []),
    ...(others.length > 1 ? [t.audit.managers(others.join(', '))] : []),
  ];
};

/** What had to be given beside the key. */
const besideOf = ({ factors, recoveryCodesUsed }: State, t: Catalogue, lang: Locale): string => {
  if (factors.length === 0) return t.audit.noFactor;
  const given = factors.map(({ kind, addedAt }) => t.audit.factor[kind](exactMoment(addedAt, lang)));
  return [...given, ...(recoveryCodesUsed === null ? [] : [t.audit.codesUsed(recoveryCodesUsed)])].join(', ');
};

/** What happened, day by day. */
const daysOf = (events: readonly ToldEvent[], userId: string, around: Around): readonly Day[] => {
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

/** The last value of each personal field. */
const whoOf = ({ t, personal }: Around): readonly Line[] => {
  const last = new Map(personal.map(({ field, value }) => [field, value ?? t.audit.gone]));
  return [...last].map(([field, value]) => ({ name: t.audit.fields[field], value }));
};

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
