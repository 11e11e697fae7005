import { describe, expect, it } from '@jest/globals';
import { smtpAnswer } from './smtp-answer.js';

describe('smtpAnswer', () => {
  it.each([
    [{ code: 'EENVELOPE', responseCode: 550 }, { kind: 'refused' }],
    [{ code: 'EMESSAGE', responseCode: 554 }, { kind: 'refused' }],
    [{ code: 'EENVELOPE' }, { kind: 'refused' }],
    [
      { code: 'EENVELOPE', responseCode: 421 },
      { kind: 'deferred', reason: 'server-deferred' },
    ],
    [
      { code: 'EMESSAGE', responseCode: 452 },
      { kind: 'deferred', reason: 'server-deferred' },
    ],
    [
      { code: 'EENVELOPE', responseCode: 530 },
      { kind: 'deferred', reason: 'server-distrusted' },
    ],
    [
      { code: 'EAUTH', responseCode: 535 },
      { kind: 'deferred', reason: 'server-distrusted' },
    ],
    [{ code: 'ETLS' }, { kind: 'deferred', reason: 'server-distrusted' }],
    [{ code: 'ETIMEDOUT' }, { kind: 'deferred', reason: 'server-silent' }],
    [{ code: 'EABORT' }, { kind: 'deferred', reason: 'server-silent' }],
    [
      { code: 'ECONNECTION', responseCode: 554 },
      { kind: 'deferred', reason: 'server-unreachable' },
    ],
    [{}, { kind: 'deferred', reason: 'server-unreachable' }],
  ])('reads %j as %j', (error, answer) => expect(smtpAnswer(error)).toEqual(answer));
});
