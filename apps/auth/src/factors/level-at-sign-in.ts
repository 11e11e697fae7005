import type { SessionLevel } from '#contracts';
import { compulsoryFor } from './compulsory-for.js';
import type { Factors } from './factors.js';
import { graceFor } from './grace-for.js';
import { howMany } from './how-many.js';

type Facts = Readonly<{
  role: string;
  /** What the key alone deserves: a provisional one only lets choose another. */
  deserves: 'full' | 'choose-key';
  at: string;
}>;

type Level = Readonly<{
  level: SessionLevel;
  /** What giving the factor leads to. */
  towards?: 'full' | 'choose-key';
  /** Until when a factor must be set up. */
  enrolBy?: string;
}>;

/**
 * What the right key opens. Whoever has a second factor is asked for it, after a provisional key too (FRG-10); whoever must have one
 * and has none is reminded during the grace, if there is one, and otherwise can do nothing but set it up (MFA-01, TEL-04).
 */
export const levelAtSignIn = (factors: Factors, { role, deserves, at }: Facts): Level => {
  if (howMany(factors) > 0) return { level: 'second-factor', towards: deserves };
  if (deserves === 'choose-key' || !compulsoryFor(role)) return { level: deserves };
  const enrolBy = (graceFor(role) ? factors.graceUntil : null) ?? at;
  return at < enrolBy ? { level: 'full', enrolBy } : { level: 'enrol-factor' };
};
