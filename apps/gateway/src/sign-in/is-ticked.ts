/** What our own form says of a ticked box, what browsers say of one without a value, and what programs write. */
const said: ReadonlySet<unknown> = new Set(['oui', 'on', '1', 'true']);

/** Whether a box of a form came ticked. Anything else leaves it as it stands on a new page: not ticked. */
export const isTicked = (value: unknown): boolean => said.has(value);
