import type { DomainEvent } from '#event-sourcing';

/**
 * The daily round was made: the proof that what should leave does (GDP-06). Three clocks (GDP-01): `removedEvents` had passed the
 * retention of their stream; `erasedUsers` had been deactivated for `keptDays` days. `removedReadings` stood for twelve months in the
 * journal of readings beside this service; rounds of before there was one do not have it.
 */
export type RetentionEvent = DomainEvent<
  'RetentionApplied',
  { at: string; removedEvents: number; erasedUsers: number; keptDays: number; removedReadings?: number }
>;
