import { describe, expect, it } from '@jest/globals';
import { credentialMessage } from '#contracts';
import { added, began, codeUsed, confirmed, enrolled, issued, START } from './factors.examples.js';
import type { FactorsEvent } from './factors.events.js';
import { factorsMessages } from './factors.messages.js';

const told = (...events: FactorsEvent[]) => events.flatMap((event) => factorsMessages(event, 'zoe'));
const voids = ['factor-app'];

describe('what others hear of second factors', () => {
  it('is that they changed, for the mail that says so (MFA-06)', () => {
    const messages = told(
      confirmed(),
      added('p1', false),
      { type: 'FactorRemoved', data: { kind: 'totp', factorId: 'app', left: 1, voids } },
      { type: 'FactorsReset', data: { by: 'max', voids } },
      { type: 'FactorsResetByCase', data: { caseId: 'case-1', at: START, voids } },
      issued(),
      codeUsed(3, 9),
    );
    const userId = 'zoe';
    expect(messages).toStrictEqual([
      { type: 'credential.factor-added', userId, kind: 'totp', first: true },
      { type: 'credential.factor-added', userId, kind: 'passkey', first: false },
      { type: 'credential.factor-removed', userId, kind: 'totp', left: 1 },
      { type: 'credential.factors-reset', userId },
      { type: 'credential.factors-reset', userId, caseId: 'case-1' },
      { type: 'credential.recovery-codes-issued', userId, first: true },
      { type: 'credential.recovery-code-used', userId, left: 9 },
    ]);
    expect(messages.map((message) => credentialMessage.parse(message))).toEqual(messages);
  });

  it('is nothing while one is only being set up', () => {
    const replaced = { type: 'RecoveryCodeReplaced', data: { setId: 'set', number: 3, hash: 'h' } } as const;
    expect(told(began(), enrolled(), replaced)).toEqual([]);
  });
});
