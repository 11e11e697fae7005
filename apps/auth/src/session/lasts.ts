import type { SessionLevel } from '#contracts';

/** Seconds a session may last however busy it is (SES-03); one that is for one step needs less. */
export const lasts: Readonly<Record<SessionLevel, number>> = {
  full: 12 * 60 * 60,
  'choose-key': 15 * 60,
  'second-factor': 15 * 60,
  'enrol-factor': 30 * 60,
};
