import { describe, it } from '@jest/globals';
import { given } from '#event-sourcing/testing';
import { acceptMail } from './accept-mail.js';
import { accepted, at, attempted, keyRequest, requested } from './mail.examples.js';
import { mail } from './mail.js';

const { data } = accepted(1);

describe('acceptMail', () => {
  it('records the acceptance, once', () => {
    const sending = given(mail, requested(keyRequest), attempted(1, at(1, 30)));
    sending.when((state) => acceptMail(state, data)).records(accepted(1));
    given(mail, requested(keyRequest), attempted(1, at(1, 30)), accepted(1))
      .when((state) => acceptMail(state, data))
      .recordsNothing();
  });

  it('knows nothing of a mail nobody asked for', () => {
    given(mail)
      .when((state) => acceptMail(state, data))
      .recordsNothing();
  });

  it('believes a slow attempt that another one has overtaken, so that no third copy leaves', () => {
    given(mail, requested(keyRequest), attempted(1, at(1, 30)), attempted(2, at(3)))
      .when((state) => acceptMail(state, data))
      .records(accepted(1));
  });
});
