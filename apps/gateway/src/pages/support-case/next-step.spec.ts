import { describe, expect, it } from '@jest/globals';
import type { SupportCaseView } from '#contracts';
import { nextStep } from './next-step.js';

const now = '2026-11-22T09:00:00.000Z';
const opened: SupportCaseView = {
  caseId: 'c1',
  schoolName: 'Auto-école du Port',
  managerName: 'Léandra Morvan',
  openedAt: now,
  openedBy: 'Léa',
  mine: true,
  maskedPhone: '•• •• •• •• 78',
  awaitsApproval: false,
  call: 'none',
  disclosed: false,
  wrongCodes: 0,
  trail: [],
};
const recovery = { mailbox: 'read', factorsLost: false, availableFrom: now, accepted: false } as const;
const approved = { ...recovery, approvedBy: 'Hugo' };

describe('the next step of a case', () => {
  it.each([
    ['call', {}],
    ['ringing', { call: 'ringing' }],
    ['ask', { call: 'answered' }],
    ['await-approval', { call: 'answered', recovery }],
    ['await-approval', { recovery }],
    ['issue', { call: 'answered', recovery: approved }],
    ['call', { recovery: approved }],
    ['wait', { call: 'answered', recovery: { ...approved, availableFrom: '2026-11-24T09:00:00.000Z' } }],
    ['approve', { mine: false, recovery }],
    ['theirs', { mine: false }],
    ['theirs', { mine: false, recovery: approved }],
    ['choosing', { recovery: { ...approved, accepted: true } }],
    ['closed', { outcome: 'vetoed', recovery }],
  ] as const)('is %s', (step, more) => {
    expect(nextStep({ ...opened, ...more }, now)).toBe(step);
  });
});
