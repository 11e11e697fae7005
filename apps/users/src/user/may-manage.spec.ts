import { describe, expect, it } from '@jest/globals';
import { given } from '#event-sourcing/testing';
import { mayManage } from './may-manage.js';
import { abandoned, deactivated, erased, registered } from './user.examples.js';
import type { UserEvent } from './user.events.js';
import { user } from './user.js';

const someone = (...history: UserEvent[]) => given(user, ...history).state();
const manager = registered({ role: 'manager' });

describe('who may manage whom', () => {
  it('an active manager: everybody of their own school', () => {
    expect(mayManage(someone(manager), someone(registered()))).toBe('allowed');
    expect(mayManage(someone(manager), someone(registered(), deactivated))).toBe('allowed');
  });

  it('a manager: nobody of another school (REF-05)', () => {
    const foreigner = registered({ schoolId: 'school-2' });
    expect(mayManage(someone(manager), someone(foreigner))).toBe('foreign-user');
  });

  it('a manager: nobody who is not there', () => {
    for (const nobody of [someone(), someone(abandoned), someone(registered(), erased)]) {
      expect(mayManage(someone(manager), nobody)).toBe('unknown-user');
    }
  });

  it.each([
    ['an office', [registered({ role: 'office' })]],
    ['an instructor', [registered({ role: 'instructor' })]],
    ['a deactivated manager', [manager, deactivated]],
    [
      'a manager who is one no more',
      [manager, { type: 'RoleChanged', data: { schoolId: 'school-1', role: 'office' } }],
    ],
    ['an erased manager', [manager, erased]],
    ['nobody', []],
  ] as [string, UserEvent[]][])('%s: nobody, known or not', (_who, history) => {
    expect(mayManage(someone(...history), someone(registered()))).toBe('not-allowed');
    expect(mayManage(someone(...history), someone())).toBe('not-allowed');
  });
});
