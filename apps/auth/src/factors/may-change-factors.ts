import { records, refuses, type Decision } from '#event-sourcing';
import type { OpenSession } from '../session/session.events.js';
import { later } from '../instant.js';
import { factorIsFresh } from './factor-is-fresh.js';
import type { Factors } from './factors.js';
import { FRESH } from './fresh.js';

export type NotNow = 'no-session' | 'key-needed' | 'factor-needed';

/**
 * Whether factors may be changed in this session now: with the key typed lately and, where there is a factor, that one given lately
 * too; the highest level there is (MFA-06). Records nothing.
 */
export const mayChangeFactors = (
  factors: Factors,
  session: Pick<OpenSession, 'level' | 'authenticatedAt' | 'factorAt'>,
  at: string,
): Decision<never, NotNow> => {
  const { level, authenticatedAt } = session;
  if (level !== 'full' && level !== 'enrol-factor') return refuses('no-session');
  if (at >= later(authenticatedAt, FRESH)) return refuses('key-needed');
  return factorIsFresh(factors, session, at) ? records() : refuses('factor-needed');
};
