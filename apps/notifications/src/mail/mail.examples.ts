import type { MailRequest, RequestOf } from './mail-request.js';
import type { MailAbandoned, MailAccepted, MailAttempted, MailFailed, MailRequested } from './mail.events.js';

/** Facts for specs: asked at eight o'clock. */
export const askedAt = '2026-11-23T08:00:00.000Z';
export const at = (minutes: number, seconds = 0): string =>
  new Date(Date.parse(askedAt) + (minutes * 60 + seconds) * 1000).toISOString();

export const keyRequest: RequestOf<'provisional-key'> = {
  kind: 'provisional-key',
  userId: 'u1',
  requestId: 'r1',
  reason: 'forgotten',
  locale: 'fr',
  askedAt,
};
export const noticeRequest: RequestOf<'key-changed-notice'> = {
  kind: 'key-changed-notice',
  userId: 'u1',
  firstKey: false,
  askedAt,
};

export const requested = (data: MailRequest): MailRequested => ({ type: 'MailRequested', data });
export const attempted = (attempt: number, until: string): MailAttempted => ({
  type: 'MailAttempted',
  data: { attempt, until },
});
export const accepted = (attempt: number): MailAccepted => ({
  type: 'MailAccepted',
  data: { attempt, issueId: null, refusedAddresses: 0 },
});
export const failed = (attempt: number, retryAt: string): MailFailed => ({
  type: 'MailFailed',
  data: { attempt, reason: 'server-deferred', retryAt, reached: [] },
});
export const abandoned = (attempts: number, reason: MailAbandoned['data']['reason']): MailAbandoned => ({
  type: 'MailAbandoned',
  data: { attempts, reason },
});
