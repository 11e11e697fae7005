import { expect, it } from '@jest/globals';
import { given } from '#event-sourcing/testing';
import { isSchoolMember } from './school-member.js';
import { abandoned, erased, registered } from './user.examples.js';
import type { UserEvent } from './user.events.js';
import { user } from './user.js';

it.each([
  ['a manager', true, [registered({ role: 'manager' })]],
  ['an instructor', true, [registered()]],
  ['support', false, [registered({ role: 'support' })]],
  ['an auditor', false, [registered({ role: 'auditor' })]],
  ['one who was erased', false, [registered(), erased]],
  ['one who never got in', false, [abandoned]],
] as [string, boolean, UserEvent[]][])('%s belongs to a school: %s', (_, belongs, history) => {
  expect(isSchoolMember(given(user, ...history).state())).toBe(belongs);
});
