import type { ToldEvent } from '#contracts';
import { exactMoment } from '../language/moments.js';
import { view } from '../view/views.js';
import { auditAddress } from './audit-address.js';
import { type Around, type Day, daysOf } from './audit-days.js';
import { factsOf, type Line, type State } from './audit-facts.js';
import { type Shown, shownOf } from './audit-period.js';
import type { AuditQuery } from './audit.form.js';
import { type AskedSlips, isWithin, type Period } from './read-asked.js';

export type Found = Readonly<{
  userId: string;
  erased: boolean;
  heading: string;
  facts: readonly Line[];
  /** What was recorded of sessions has left the log by now. */
  sessionsLeft: boolean;
  sessions: readonly string[];
  days: readonly Day[];
  /** Who it is, where a case unlocked it, and where that stands on record. */
  who: readonly Line[];
  recorded: string;
  /** The same without its period. */
  whole: string;
}> &
  Shown;

type SearchField = Readonly<{ typed: string; slip: string | null; focus: boolean }>;

export type AuditModel = Readonly<{
  search: Readonly<Record<keyof AuditQuery, SearchField>>;
  note: string | null;
  found: Found | null;
  unlocking: Unlocking;
  here: string;
}>;

/** The form that asks who it is, as it was typed, and what is wrong with it. */
export type Unlocking = Readonly<
  Record<'dossier' | 'motif', Readonly<{ typed: string; slip: string | null }>>
>;

export const auditView = view<AuditModel>('audit/audit');

type Page = Pick<AuditModel, 'note' | 'found'> &
  Readonly<{ query: AuditQuery; slips?: AskedSlips; unlocking?: Unlocking | undefined }>;

/** The page around what was found: the search as it was typed, with the cursor in the first field that is wrong. */
export const auditModel = (
  { query, slips = {}, note, found, unlocking }: Page,
  { t }: Pick<Around, 't'>,
): AuditModel => {
  const first = (Object.keys(query) as (keyof AuditQuery)[]).find((name) => slips[name] !== undefined);
  const field = (name: keyof AuditQuery): SearchField => {
    const slip = slips[name];
    return {
      typed: query[name],
      slip: slip === undefined ? null : t.audit.slips[slip],
      focus: name === first,
    };
  };
  return {
    search: {
      utilisateur: field('utilisateur'),
      le: field('le'),
      du: field('du'),
      au: field('au'),
      motif: field('motif'),
    },
    note,
    found,
    unlocking: unlocking ?? {
      dossier: { typed: '', slip: null },
      motif: { typed: query.motif, slip: null },
    },
    here: auditAddress(query),
  };
};

type Read = Readonly<{
  userId: string;
  state: State;
  events: readonly ToldEvent[];
  query: AuditQuery;
  period: Period;
}>;

/** Everything about one user, as the page shows it. */
export const foundModel = ({ userId, state, query, period, ...read }: Read, given: Around): Found => {
  const { t, lang, at } = given;
  const { events, ...shown } = shownOf(read.events, { period, query }, given);
  // Between the events of a period an instant outside of it has no place.
  const around = { ...given, asked: given.asked && isWithin(period, at) };
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
    recorded: events.at(-1) === read.events.at(-1) ? t.audit.recorded : t.audit.recordedElsewhere,
    whole: auditAddress({ ...query, du: '', au: '' }),
    ...shown,
  };
};

/** The last value of each personal field. */
const whoOf = ({ t, personal }: Around): readonly Line[] => {
  const last = new Map(personal.map(({ field, value }) => [field, value ?? t.audit.gone]));
  return [...last].map(([field, value]) => ({ name: t.audit.fields[field], value }));
};
