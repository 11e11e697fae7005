import { expect, it } from '@jest/globals';
import { caseStreamsOf } from './cases-of.js';

it('the cases of a user are those that their stream counts, and nothing else in it', () => {
  const counted = (caseId: string) => ({ type: 'SupportCaseCounted', data: { caseId } });
  const recorded = [counted('c1'), { type: 'ContactsHeld', data: { caseId: 'c2' } }, counted('c3')];
  expect(caseStreamsOf(recorded)).toEqual(['support-case-c1', 'support-case-c3']);
});
