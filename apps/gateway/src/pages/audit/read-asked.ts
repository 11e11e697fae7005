import { parisInstant, reason as readingReason } from '#contracts';
import type { AuditQuery } from './audit.form.js';

const DAY_MS = 24 * 3_600_000;
const A_DAY = /^\d{4}-\d{2}-\d{2}$/;

/** From the first instant of a day in Paris to the last of another; null where nothing was asked for. */
export type Period = Readonly<{ from: string | null; before: string | null }>;

/** What can be wrong with a field. */
export type AskedSlip =
  'notAnInstant' | 'stillToCome' | 'notADay' | 'periodBackwards' | 'reasonNotValid' | 'namesThem';
export type AskedSlips = Readonly<Partial<Record<keyof AuditQuery, AskedSlip>>>;

/** What is read, in instants. */
export type Asked = Readonly<{ at: string; period: Period; reason: string | undefined }>;

/** The instants that were asked for, or what is wrong with each field; the state is that of `now` where none was. */
export const readAsked = (
  { le, du, au, motif }: AuditQuery,
  now: string,
): Readonly<{ ok: true; asked: Asked }> | Readonly<{ ok: false; slips: AskedSlips }> => {
  const at = le === '' ? now : parisInstant(le);
  const period = { from: startOf(du), before: startOf(dayAfter(au)) };
  const reason = readingReason.optional().safeParse(motif.trim() === '' ? undefined : motif);
  const slips: { -readonly [Field in keyof AskedSlips]: AskedSlips[Field] } = {};
  if (at === null) slips.le = 'notAnInstant';
  else if (at > now) slips.le = 'stillToCome';
  if (du !== '' && period.from === null) slips.du = 'notADay';
  if (au !== '' && period.before === null) slips.au = 'notADay';
  else if (period.from !== null && period.before !== null && period.before <= period.from)
    slips.au = 'periodBackwards';
  if (!reason.success) slips.motif = 'reasonNotValid';
  return at !== null && reason.success && Object.keys(slips).length === 0
    ? { ok: true, asked: { at, period, reason: reason.data } }
    : { ok: false, slips };
};

/** Whether an instant lies in a period. */
export const isWithin = ({ from, before }: Period, at: string): boolean =>
  (from === null || at >= from) && (before === null || at < before);

/** The first instant of a day in Paris; null for what is no day. */
const startOf = (day: string): string | null => (A_DAY.test(day) ? parisInstant(`${day}T00:00`) : null);

/** The day that follows one; what was given where that is none. */
const dayAfter = (day: string): string => {
  if (startOf(day) === null) return day;
  return new Date(Date.parse(`${day}T00:00Z`) + DAY_MS).toISOString().slice(0, 10);
};
