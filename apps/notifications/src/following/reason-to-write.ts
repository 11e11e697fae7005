import type { MailRequest } from '../mail/mail-request.js';

/**
 * What one mail of a kind is written for, and no second one: the message that calls for it, which may come again. Of unusual sign-ins,
 * a day, a browser and a reason: whoever keeps no cookies is new each time, and is not written to each time (LOG-09).
 */
export const reasonToWrite = (messageId: string, request: MailRequest): string => {
  if (request.kind !== 'unusual-sign-in-notice') return messageId;
  const { userId, askedAt, browser, failures } = request;
  return JSON.stringify([userId, askedAt.slice(0, 'YYYY-MM-DD'.length), browser, failures > 0]);
};
