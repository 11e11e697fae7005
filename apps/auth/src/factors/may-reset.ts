import type { Holder } from '../credential/credential.events.js';
import { compulsoryFor } from './compulsory-for.js';

type Whose = Pick<Holder, 'role' | 'schoolId'>;

/**
 * Whether this person may remove the factors of that one: a manager, for somebody of their own school who is none. Users of another
 * school look like nobody (REF-05); a manager's factor is what protects everybody else's, so no colleague can take it away.
 */
export const mayReset = (asking: Whose, other: Whose | null): 'allowed' | 'not-allowed' | 'unknown-user' => {
  if (asking.role !== 'manager') return 'not-allowed';
  if (other === null || other.schoolId !== asking.schoolId) return 'unknown-user';
  return compulsoryFor(other.role) ? 'not-allowed' : 'allowed';
};
