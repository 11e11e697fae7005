/** The roles that reach other people's accounts: for them a second factor is compulsory, to everybody else it is offered (MFA-01). */
const roles: readonly string[] = ['manager', 'support', 'auditor'];

/** Whether somebody with this role must have a second factor. */
export const compulsoryFor = (role: string): boolean => roles.includes(role);
