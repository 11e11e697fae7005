import { describe, expect, it } from '@jest/globals';
import { given } from '#event-sourcing/testing';
import { failMail } from './fail-mail.js';
import { abandoned, at, attempted, failed, keyRequest, noticeRequest, requested } from './mail.examples.js';
import { mail } from './mail.js';

const failing =
  (attempt: number, now: string, reached: readonly string[] = []) =>
  (state: typeof mail.initial) =>
    failMail(state, { attempt, reason: 'server-deferred', reached, now });

describe('failMail', () => {
  it('tries again after 5 s, 30 s, 2 min, 10 min, 30 min, 1 h, and then every hour', () => {
    const waits = [1, 2, 3, 4, 5, 6, 7, 12].map((attempt) => {
      const decided = failing(
        attempt,
        at(0),
      )(given(mail, requested(noticeRequest), attempted(attempt, at(1, 30))).state());
      const [event] = decided.kind === 'records' ? decided.events : [];
      return event?.type === 'MailFailed'
        ? (Date.parse(event.data.retryAt) - Date.parse(at(0))) / 1000
        : event?.type;
    });
    expect(waits).toEqual([5, 30, 120, 600, 1800, 3600, 3600, 3600]);
  });

  it('gives up a key mail whose next attempt would come after its hour', () => {
    given(mail, requested(keyRequest), attempted(5, at(31, 30)))
      .when(failing(5, at(30)))
      .records(abandoned(5, 'too-late'));
    given(mail, requested(keyRequest), attempted(5, at(31)))
      .when(failing(5, at(29, 30)))
      .records(failed(5, at(59, 30)));
  });

  it('gives up a notice after a day', () => {
    given(mail, requested(noticeRequest), attempted(20, at(23 * 60 + 31)))
      .when(failing(20, at(23 * 60 + 30)))
      .records(abandoned(20, 'too-late'));
  });

  it('remembers which addresses have the mail already', () => {
    const state = given(mail, requested(noticeRequest), attempted(1, at(1, 30)))
      .when(failing(1, at(0), ['digest-a']))
      .thenState();
    expect(state).toMatchObject({ status: 'waiting', reached: ['digest-a'] });
  });

  it('ignores the failure of an attempt that another one has overtaken', () => {
    given(mail, requested(keyRequest), attempted(1, at(1, 30)), attempted(2, at(3)))
      .when(failing(1, at(2)))
      .recordsNothing();
    given(mail, requested(keyRequest), attempted(1, at(1, 30)), failed(1, at(0, 5)))
      .when(failing(1, at(2)))
      .recordsNothing();
  });
});
