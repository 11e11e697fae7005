import { describe, expect, it } from '@jest/globals';
import type { Answer } from '../smtp/mailer.js';
import { judgeAnswers } from './judge-answers.js';

const accepted: Answer = { kind: 'accepted' };
const refused: Answer = { kind: 'refused' };
const deferred: Answer = { kind: 'deferred', reason: 'server-deferred' };
const judge = (answers: readonly Answer[], issueId: string | null = null, reachedBefore: string[] = []) =>
  judgeAnswers({
    issueId,
    reachedBefore,
    answers: answers.map((answer, index) => ({ address: `digest-${index}`, answer })),
  });

describe('judgeAnswers', () => {
  it('is content when every address has the mail', () => {
    expect(judge([accepted, accepted])).toEqual({ kind: 'accepted', issueId: null, refusedAddresses: 0 });
  });

  it('tries a notice again for the address that is left', () => {
    expect(judge([accepted, deferred])).toEqual({
      kind: 'failed',
      reason: 'server-deferred',
      reached: ['digest-0'],
    });
    expect(judge([deferred], null, ['digest-9'])).toEqual({
      kind: 'failed',
      reason: 'server-deferred',
      reached: ['digest-9'],
    });
  });

  it('does not try a key again that one address has: a second would only void the first', () => {
    expect(judge([accepted, deferred], 'i1')).toEqual({
      kind: 'accepted',
      issueId: 'i1',
      refusedAddresses: 0,
    });
    expect(judge([deferred], 'i1')).toMatchObject({ kind: 'failed' });
  });

  it('counts an address that refuses beside one that has the mail', () => {
    expect(judge([accepted, refused])).toEqual({ kind: 'accepted', issueId: null, refusedAddresses: 1 });
    expect(judge([refused], null, ['digest-9'])).toMatchObject({ kind: 'accepted', refusedAddresses: 1 });
  });

  it('gives up when every address refuses', () => {
    expect(judge([refused, refused], 'i1')).toEqual({ kind: 'abandoned', reason: 'refused-by-server' });
    expect(judge([refused, deferred])).toMatchObject({ kind: 'failed', reached: [] });
  });
});
