import { describe, it } from '@jest/globals';
import { given } from '#event-sourcing/testing';
import { abandonMail } from './abandon-mail.js';
import { abandoned, accepted, at, attempted, failed, keyRequest, requested } from './mail.examples.js';
import { mail } from './mail.js';

const refused = { attempt: 1, reason: 'refused-by-server' } as const;

describe('abandonMail', () => {
  it('gives up at once what the mail server refused for good', () => {
    given(mail, requested(keyRequest), attempted(1, at(1, 30)))
      .when((state) => abandonMail(state, refused))
      .records(abandoned(1, 'refused-by-server'));
  });

  it('decides nothing for an attempt that was overtaken or has succeeded', () => {
    given(mail, requested(keyRequest), attempted(1, at(1, 30)), attempted(2, at(3)))
      .when((state) => abandonMail(state, refused))
      .recordsNothing();
    given(mail, requested(keyRequest), attempted(1, at(1, 30)), failed(1, at(2)))
      .when((state) => abandonMail(state, refused))
      .recordsNothing();
    given(mail, requested(keyRequest), attempted(1, at(1, 30)), accepted(1))
      .when((state) => abandonMail(state, refused))
      .recordsNothing();
  });
});
