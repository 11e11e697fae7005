import { secondsAfter } from './instant.js';
import { carriesKey, type MailRequest } from './mail-request.js';

const KEY_MAIL_SECONDS = 60 * 60;
const NOTICE_SECONDS = 24 * 60 * 60;

/**
 * From this instant on the mail is not sent any more: a key nobody waits for is only a risk, and news of yesterday
 * must not leave again when a service is rebuilt.
 */
export const deadlineOf = (request: MailRequest): string =>
  secondsAfter(request.askedAt, carriesKey(request) ? KEY_MAIL_SECONDS : NOTICE_SECONDS);
