/**
 * Whether somebody with this role may put their first factor off. A manager may, for a week: the school has to go on. Whoever works for
 * the vendor may not: an operator without one would be half of every recovery with a key alone (TEL-04, MFA-01).
 */
export const graceFor = (role: string): boolean => role === 'manager';
