const minute = 60_000;
const after = (at: string, minutes: number): string =>
  new Date(Date.parse(at) + minutes * minute).toISOString();
const hour = 60;
const day = 24 * hour;

/** An answered call speaks for half an hour: whatever is said later needs another one. */
export const callHoldsUntil = (answeredAt: string): string => after(answeredAt, 30);

/** A number that was changed can be relied on after 30 days (TEL-03). */
export const reliableFrom = (changedAt: string): string => after(changedAt, 30 * day);

/** With the mailbox lost too, two days pass between the notices and the code (TEL-07). */
export const availableAfterNotice = (requestedAt: string): string => after(requestedAt, 48 * hour);

/** Three days after a code could be had the request has lapsed: well before the links in its notices do, so that it can always be stopped (TEL-07). */
export const requestLapsesAt = (availableFrom: string): string => after(availableFrom, 3 * day);

/** A code is good for ten minutes (TEL-05). */
export const codeExpiry = (issuedAt: string): string => after(issuedAt, 10);

/** From a code on until its session is surely over: nobody edits contacts while a key is being chosen. */
export const heldWhileChoosing = (issuedAt: string): string => after(issuedAt, 2 * hour);

/** No address and no number changes for three days after a recovery (TEL-09). */
export const heldAfterRecovery = (completedAt: string): string => after(completedAt, 72 * hour);
