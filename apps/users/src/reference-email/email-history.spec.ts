import { describe, expect, it } from '@jest/globals';
import { given } from '#event-sourcing/testing';
import { about, asked, changed, registered } from '../user/user.examples.js';
import type { UserEvent } from '../user/user.events.js';
import { user } from '../user/user.js';
import { pendingChange } from './email-change.js';

const at = '2026-11-22T09:00:00.000Z';
const state = (...history: UserEvent[]) => {
  const now = given(user, registered(), ...history).state();
  if (now.status !== 'registered') throw new Error('registered');
  return now;
};
const stages = (...history: UserEvent[]) =>
  state(...history).changes.map(({ changeId, stage }) => [changeId, stage]);
const second = (changeId: string) => asked({ changeId, slot: 'second', email: `${changeId}@exemple.fr` });
const cancelled: UserEvent = {
  type: 'ReferenceEmailChangeCancelled',
  data: { schoolId: 'school-1', changeId: 'change-1', caseId: 'c1' },
};

describe('the changes of an address', () => {
  it('go their way each by itself; one at most waits', () => {
    const history = [asked(), changed(at), second('change-2'), second('change-3')];
    expect(stages(...history, about('NewAddressConfirmed', 'change-3'))).toEqual([
      ['change-1', 'in-force'],
      ['change-2', 'replaced'],
      ['change-3', 'pending'],
    ]);
    expect(pendingChange(state(...history))?.changeId).toBe('change-3');
    expect(pendingChange(state(asked(), changed(at)))).toBeUndefined();
    const confirmed = state(...history, about('NewAddressConfirmed', 'change-3')).changes;
    expect(confirmed.map(({ newConfirmed }) => newConfirmed)).toEqual([false, false, true]);
  });

  it('are undone from the one that was vetoed on, but for what was never to be (REF-04)', () => {
    const history = [asked(), changed(at), second('change-2'), second('change-3'), changed(at, 'change-3')];
    const vetoed = [...history, about('ReferenceEmailChangeVetoed')];
    expect(stages(...vetoed)).toEqual([
      ['change-1', 'vetoed'],
      ['change-2', 'replaced'],
      ['change-3', 'vetoed'],
    ]);
    expect(state(...vetoed).addresses).toEqual({ first: 'marie@exemple.fr', second: null });
  });

  it('are cancelled by a recovery, and change nothing where none was asked for (TEL-09)', () => {
    expect(stages(asked(), cancelled)).toEqual([['change-1', 'cancelled']]);
    for (const event of [cancelled, changed(at), about('ReferenceEmailChangeVetoed')])
      expect(state(event)).toEqual(state());
  });
});
