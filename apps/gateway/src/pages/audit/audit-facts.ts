import type { GetCredentialAt, GetUserAt, Locale, ReplyOf } from '#contracts';
import type { Catalogue } from '../language/catalogue.fr.js';
import { exactMoment } from '../language/moments.js';

type Done<R> = Extract<R, { outcome: 'done' }>;
/** What was true of a user and their key at an instant. */
export type State = Done<ReplyOf<typeof GetUserAt>> & Omit<Done<ReplyOf<typeof GetCredentialAt>>, 'outcome'>;

type Told = Readonly<{ t: Catalogue; lang: Locale }>;

export type Line = Readonly<{ name: string; value: string }>;

/** The state of a user at an instant, a line to each matter. */
export const factsOf = (userId: string, state: State, { t, lang }: Told): readonly Line[] => {
  const { status, active, role, opens, generation } = state;
  const line = (name: string, value: string): Line => ({
    name,
    value: value.charAt(0).toUpperCase() + value.slice(1),
  });
  const isClosed = status === 'registered' && !active;
  const user = line(t.audit.status, isClosed ? t.states.deactivated : t.audit.statuses[status]);
  const door = line(t.audit.opens, opens === 'key' ? t.audit.key(generation) : t.audit.doors[opens]);
  if (status !== 'registered') return [user, door];
  const until = state.provisionalKeysUntil.map((moment) => t.audit.untilThen(exactMoment(moment, lang)));
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
