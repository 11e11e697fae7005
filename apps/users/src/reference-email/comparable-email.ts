/**
 * The form under which two addresses are compared. A mail server may tell `Marie@` from `marie@`, but people do not when they
 * type, and no one-letter-case twin of somebody's address may be had for free: so the case of the local part is ignored here,
 * while mail is sent to it as it was given (EML-06).
 */
export const comparableEmail = (email: string): string => email.toLowerCase();

/** Whether both name the same mailbox; an absent address equals none. */
export const sameAddress = (one: string, other: string | null): boolean =>
  other !== null && comparableEmail(one) === comparableEmail(other);
