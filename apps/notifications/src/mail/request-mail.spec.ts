import { describe, it } from '@jest/globals';
import { given } from '#event-sourcing/testing';
import { accepted, at, attempted, keyRequest, noticeRequest, requested } from './mail.examples.js';
import { mail } from './mail.js';
import { requestMail } from './request-mail.js';

describe('requestMail', () => {
  it('records a request', () => {
    given(mail)
      .when((state) => requestMail(state, keyRequest, at(0)))
      .records(requested(keyRequest));
  });

  it('records nothing when asked again, whatever became of the mail', () => {
    given(mail, requested(keyRequest))
      .when((state) => requestMail(state, keyRequest, at(0)))
      .recordsNothing();
    given(mail, requested(keyRequest), attempted(1, at(2)), accepted(1))
      .when((state) => requestMail(state, keyRequest, at(5)))
      .recordsNothing();
  });

  it('records nothing for news of yesterday, which a rebuilt service hears again', () => {
    given(mail)
      .when((state) => requestMail(state, noticeRequest, at(24 * 60 - 1)))
      .records(requested(noticeRequest));
    given(mail)
      .when((state) => requestMail(state, noticeRequest, at(24 * 60)))
      .recordsNothing();
  });

  it('records nothing for a provisional key asked an hour ago', () => {
    given(mail)
      .when((state) => requestMail(state, keyRequest, at(60)))
      .recordsNothing();
  });
});
