import { describe, expect, it } from '@jest/globals';
import { isRefused } from './is-refused.js';
import type { FinalFailure, MailEvent } from './mail.events.js';

const accepted = (refusedAddresses = 0): MailEvent => ({
  type: 'MailAccepted',
  data: { attempt: 1, issueId: null, refusedAddresses },
});
const abandoned = (reason: FinalFailure): MailEvent => ({
  type: 'MailAbandoned',
  data: { attempts: 1, reason },
});
const own = { kind: 'references', formerToo: false };
const formerToo = { kind: 'references', formerToo: true };

describe('isRefused', () => {
  it('says so of a mail that every address refused, or one of several (EML-07)', () => {
    expect(isRefused(abandoned('refused-by-server'), own)).toBe(true);
    expect(isRefused(abandoned('refused-by-server'), formerToo)).toBe(true);
    expect(isRefused(accepted(1), own)).toBe(true);
  });

  it('says that it arrives where all took it', () => {
    for (const audience of [own, formerToo, { kind: 'identifier' }])
      expect(isRefused(accepted(), audience)).toBe(false);
  });

  it('says nothing where it may be a former address, or one side of a change', () => {
    expect(isRefused(accepted(1), formerToo)).toBeNull();
    for (const kind of ['change-new', 'change-old'])
      for (const event of [accepted(), abandoned('refused-by-server')])
        expect(isRefused(event, { kind })).toBeNull();
  });

  it('says nothing of a mail that is not over, or was given up for another reason', () => {
    for (const reason of ['too-late', 'no-recipient', 'not-wanted'] as const)
      expect(isRefused(abandoned(reason), own)).toBeNull();
    expect(isRefused({ type: 'MailAttempted', data: { attempt: 1, until: 'x' } }, own)).toBeNull();
  });
});
