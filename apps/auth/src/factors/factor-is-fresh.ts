import { later } from '../instant.js';
import type { OpenSession } from '../session/session.events.js';
import type { Factors } from './factors.js';
import { FRESH } from './fresh.js';
import { howMany } from './how-many.js';

/** Whether the second factor was given in this session lately enough for what is sensitive; without one there is nothing to give (REF-01). */
export const factorIsFresh = (
  factors: Factors,
  { factorAt }: Pick<OpenSession, 'factorAt'>,
  at: string,
): boolean => howMany(factors) === 0 || (factorAt !== undefined && at < later(factorAt, FRESH));
