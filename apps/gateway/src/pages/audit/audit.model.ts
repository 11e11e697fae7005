import type { ToldEvent } from '#contracts';
import { exactMoment } from '../language/moments.js';
import { view } from '../view/views.js';
import { type Around, type Day, daysOf } from './audit-days.js';
import { factsOf, type Line, type State } from './audit-facts.js';

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

/** The last value of each personal field. */
const whoOf = ({ t, personal }: Around): readonly Line[] => {
  const last = new Map(personal.map(({ field, value }) => [field, value ?? t.audit.gone]));
  return [...last].map(([field, value]) => ({ name: t.audit.fields[field], value }));
};
