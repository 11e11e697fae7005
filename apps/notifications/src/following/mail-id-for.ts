import { eventId } from '#aggregate-store';
import type { MailRequest } from '../mail/mail-request.js';

/**
 * One mail for one message and kind: a message that comes again finds the same stream. Of unusual sign-ins, one a day for the same
 * browser and the same reason: whoever keeps no cookies is new each time, and is not written to each time (LOG-09).
 */
export const mailIdFor = (messageId: string, request: MailRequest): string => {
  if (request.kind !== 'unusual-sign-in-notice') return eventId(messageId, request.kind, 0);
  const { userId, askedAt, browser, failures } = request;
  const day = askedAt.slice(0, 'YYYY-MM-DD'.length);
  return eventId(JSON.stringify([userId, day, browser, failures > 0]), request.kind, 0);
};
