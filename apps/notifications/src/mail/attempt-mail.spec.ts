import { describe, it } from '@jest/globals';
import { given } from '#event-sourcing/testing';
import { attemptMail } from './attempt-mail.js';
import {
  abandoned,
  accepted,
  askedAt,
  at,
  attempted,
  failed,
  keyRequest,
  noticeRequest,
  requested,
} from './mail.examples.js';
import { mail } from './mail.js';

const attempting = (now: string) => (state: typeof mail.initial) => attemptMail(state, now);

describe('attemptMail', () => {
  it('reserves the first attempt for ninety seconds', () => {
    given(mail, requested(keyRequest))
      .when(attempting(at(0)))
      .records(attempted(1, at(1, 30)));
  });

  it('refuses a second worker while the first one is sending', () => {
    given(mail, requested(keyRequest), attempted(1, at(1, 30)))
      .when(attempting(at(1, 29)))
      .refuses('in-progress');
  });

  it('lets another worker take over when the first one is dead', () => {
    given(mail, requested(keyRequest), attempted(1, at(1, 30)))
      .when(attempting(at(1, 30)))
      .records(attempted(2, at(3)));
  });

  it('waits until the next attempt is due', () => {
    const deferred = given(mail, requested(keyRequest), attempted(1, at(1, 30)), failed(1, at(0, 5)));
    deferred.when(attempting(at(0, 4))).refuses('not-due');
    deferred.when(attempting(at(0, 5))).records(attempted(2, at(1, 35)));
  });

  it.each([
    keyRequest,
    { kind: 'welcome', userId: 'u1', requestId: 'r1', locale: 'fr', askedAt },
    { kind: 'recovery-proof', userId: 'u1', requestId: 'code-1', askedAt },
  ] as const)('abandons a key mail sixty minutes after the request: $kind', (request) => {
    given(mail, requested(request))
      .when(attempting(at(60)))
      .records(abandoned(0, 'too-late'));
  });

  it('abandons a notice after a day', () => {
    given(mail, requested(noticeRequest))
      .when(attempting(at(60)))
      .records(attempted(1, at(61, 30)));
    given(mail, requested(noticeRequest), attempted(1, at(1, 30)))
      .when(attempting(at(24 * 60)))
      .records(abandoned(1, 'too-late'));
  });

  it('never sends again what was accepted or abandoned', () => {
    given(mail, requested(keyRequest), attempted(1, at(1, 30)), accepted(1))
      .when(attempting(at(5)))
      .refuses('settled');
    given(mail, requested(keyRequest), abandoned(0, 'too-late'))
      .when(attempting(at(5)))
      .refuses('settled');
  });

  it('knows nothing of a mail nobody asked for', () => {
    given(mail)
      .when(attempting(at(0)))
      .refuses('unknown-mail');
  });
});
