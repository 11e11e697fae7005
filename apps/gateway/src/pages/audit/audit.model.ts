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
import { exactMoment } from '../language/moments.js';
import { view } from '../view/views.js';

type Done<R> = Extract<R, { outcome: 'done' }>;
type State = Done<ReplyOf<typeof GetUserAt>> & Omit<Done<ReplyOf<typeof GetCredentialAt>>, 'outcome'>;
type Personal = Done<ReplyOf<typeof UnlockRecord>>['personal'];

type Line = Readonly<{ name: string; value: string }>;
type Step = Readonly<{ at: string; when: string; text: string; who: string; shown: readonly string[] }>;

export type Found = Readonly<{
  userId: string;
  erased: boolean;
  heading: string;
  facts: readonly Line[];
  sessions: readonly string[];
  steps: readonly Step[];
  count: string;
}>;

export type AuditModel = Readonly<{
  typed: string;
  wall: string;
  note: string | null;
  found: Found | null;
  slip: string | null;
}>;

export const auditView = view<AuditModel>('audit/audit');

type Around = Readonly<{ t: Catalogue; lang: Locale; at: string; personal: Personal }>;
type Read = Readonly<{ userId: string; state: State; events: readonly ToldEvent[] }>;

/** Everything about one user, as the page shows it. */
export const foundModel = ({ userId, state, events }: Read, around: Around): Found => {
  const { t, lang, at } = around;
  return {
    userId,
    erased: state.status === 'erased',
    heading: t.audit.stateAt(exactMoment(at, lang)),
    facts: factsOf(userId, state, around),
    sessions: state.sessions.map(({ userAgent, openedAt }) =>
      t.audit.session(userAgent, exactMoment(openedAt, lang)),
    ),
    steps: events.map((event) => stepOf(event, userId, around)),
    count: t.audit.count(events.length),
  };
};

const factsOf = (userId: string, state: State, { t, lang }: Around): readonly Line[] => {
  const { status, active, role, opens, generation, provisionalKeysUntil, managers } = state;
  const roleName = role !== null && role in t.roles ? t.roles[role as keyof Catalogue['roles']] : '—';
  const others = managers.filter((id) => id !== userId);
  const until = provisionalKeysUntil.map((moment) => exactMoment(moment, lang)).join(', ');
  return [
    {
      name: t.audit.status,
      value: status === 'registered' && !active ? t.states.deactivated : t.audit.statuses[status],
    },
    { name: t.audit.role, value: roleName },
    { name: t.audit.opens, value: opens === 'key' ? t.audit.key(generation) : t.audit.doors[opens] },
    { name: t.audit.beside, value: besideOf(state, t, lang) },
    { name: t.audit.provisional, value: until === '' ? t.audit.none : until },
    { name: t.audit.blocked, value: state.disabledByFailures ? t.audit.yes : t.audit.no },
    { name: t.audit.couldChange, value: [t.audit.themself, t.audit.commandLine, ...others].join(', ') },
  ];
};

/** What had to be given beside the key. */
const besideOf = ({ factors, recoveryCodesUsed }: State, t: Catalogue, lang: Locale): string => {
  if (factors.length === 0) return t.audit.noFactor;
  const given = factors.map(({ kind, addedAt }) => t.audit.factor[kind](exactMoment(addedAt, lang)));
  return [...given, ...(recoveryCodesUsed === null ? [] : [t.audit.codesUsed(recoveryCodesUsed)])].join(', ');
};

const stepOf = (event: ToldEvent, userId: string, { t, lang, personal }: Around): Step => ({
  at: event.at,
  when: exactMoment(event.at, lang),
  text: event.text,
  who: doneBy(event, userId, t),
  shown: personal
    .filter(({ position }) => position === event.position)
    .map(({ field, value }) => t.audit.shown(t.audit.fields[field], value ?? t.audit.gone)),
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
