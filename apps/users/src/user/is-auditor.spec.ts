import { expect, it } from '@jest/globals';
import { given } from '#event-sourcing/testing';
import { isAuditor } from './is-auditor.js';
import { deactivated, erased, registered } from './user.examples.js';
import type { UserEvent } from './user.events.js';
import { user } from './user.js';

const auditor = registered({ role: 'auditor' });

it.each([
  ['an auditor', true, [auditor]],
  ['an auditor who was deactivated', false, [auditor, deactivated]],
  ['an auditor who was erased', false, [auditor, erased]],
  ['a manager', false, [registered({ role: 'manager' })]],
  ['nobody', false, []],
] as [string, boolean, UserEvent[]][])('%s reads the record of all schools: %s', (_, reads, history) => {
  expect(isAuditor(given(user, ...history).state())).toBe(reads);
});
