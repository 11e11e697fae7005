import { records, refuses, type Decision } from '#event-sourcing';
import type { OpenSession } from '../session/session.events.js';
import { later } from '../instant.js';
import type { Factors } from './factors.js';
import { howMany } from './how-many.js';

/** Seconds for which a typed key and a given factor are good for what is sensitive (SES-08). */
const FRESH = 5 * 60;

export type NotNow = 'no-session' | 'key-needed' | 'factor-needed';

/**
 * Whether factors may be changed in this session now: with the key typed lately and, where there is a factor, that one given lately
 * too; the highest level there is (MFA-06). Records nothing.
 */
export const mayChangeFactors = (
  factors: Factors,
  { level, authenticatedAt, factorAt }: Pick<OpenSession, 'level' | 'authenticatedAt' | 'factorAt'>,
  at: string,
): Decision<never, NotNow> => {
  if (level !== 'full' && level !== 'enrol-factor') return refuses('no-session');
  if (at >= later(authenticatedAt, FRESH)) return refuses('key-needed');
  const stale = factorAt === undefined || at >= later(factorAt, FRESH);
  return howMany(factors) > 0 && stale ? refuses('factor-needed') : records();
};
