/** The roles one may stay signed in with; whoever can do more types the key each time (SES-09). */
const offeredTo: readonly string[] = ['office', 'instructor'];

/** Whether somebody with this role may be remembered. A role nobody thought of may not. */
export const mayBeRemembered = (role: string): boolean => offeredTo.includes(role);
