import { describe, expect, it } from '@jest/globals';
import { userMessage } from '#contracts';
import {
  accepted,
  answered,
  approved,
  closed,
  completed,
  disclosed,
  issued,
  minutes,
  missed,
  opened,
  placed,
  rejected,
  requested,
  vetoed,
} from './support-case.examples.js';
import { supportCaseMessages } from './support-case.messages.js';
import type { SupportCaseEvent } from './support-case.events.js';

const told = (...events: SupportCaseEvent[]) =>
  events.flatMap((event) => supportCaseMessages('case-1', event));
const about = { userId: 'manager-1', schoolId: 'school-1', caseId: 'case-1' };

describe('what others hear of a case', () => {
  it('is what its manager must be told of at once, with neither operator nor number (TEL-07, EVT-01)', () => {
    const asked = { type: 'user.recovery-requested', ...about };
    const [soon, late] = [minutes(3), minutes(3 + 48 * 60)];
    expect(told(disclosed)).toEqual([{ type: 'user.identifier-disclosed', ...about }]);
    expect(told(requested())).toEqual([{ ...asked, mailboxLost: false, availableFrom: soon }]);
    expect(told(requested('lost'))).toEqual([{ ...asked, mailboxLost: true, availableFrom: late }]);
    expect(told(requested('read', true))).toEqual([
      { ...asked, mailboxLost: false, factorsLost: true, availableFrom: late },
    ]);
    for (const message of told(disclosed, requested(), requested('lost', true))) {
      expect(userMessage.safeParse(message).success).toBe(true);
    }
  });

  it('is nothing of what operators do among themselves', () => {
    const within = [opened, placed, answered(), missed, approved, issued, rejected, accepted, completed];
    expect(told(...within, vetoed, closed)).toEqual([]);
  });
});
