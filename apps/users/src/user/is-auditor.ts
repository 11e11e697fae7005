import type { User } from './user.js';

/** Whether this user reads the record of all schools and changes nothing. */
export const isAuditor = (user: User): boolean =>
  user.status === 'registered' && user.active && user.role === 'auditor';
