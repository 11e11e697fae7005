/** How long events may stay unsigned. */
export type Schedule = Readonly<{
  /** At most so many events. */
  events: number;
  /** At most so many milliseconds after the first of them. */
  milliseconds: number;
}>;

/** The events since the last checkpoint; the notary's own do not count, or each checkpoint would call for the next. */
export type Unsigned = Readonly<{ events: number; firstAt: number }>;

/** Whether a checkpoint is due at `now` (milliseconds since 1970). */
export const isDue = ({ events, firstAt }: Unsigned, now: number, schedule: Schedule): boolean =>
  events > 0 && (events >= schedule.events || now - firstAt >= schedule.milliseconds);
