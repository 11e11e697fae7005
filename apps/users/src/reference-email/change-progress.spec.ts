import { describe, expect, it } from '@jest/globals';
import { given } from '#event-sourcing/testing';
import { about, asked, changed, coolOffEnds, registered } from '../user/user.examples.js';
import type { UserEvent } from '../user/user.events.js';
import { user } from '../user/user.js';
import { awaits, standing } from './change-progress.js';

const first = (...history: UserEvent[]) => {
  const state = given(user, registered(), ...history).state();
  const change = state.status === 'registered' ? state.changes[0] : undefined;
  if (!change) throw new Error('a change');
  return change;
};

describe('a pending change', () => {
  it('says what it waits for', () => {
    expect(awaits(first(asked()))).toEqual(['new-address', 'old-address']);
    expect(awaits(first(asked(), about('OldAddressAccepted')))).toEqual(['new-address']);
    expect(awaits(first(asked({ effectiveFrom: coolOffEnds })))).toEqual(['new-address', 'cool-off']);
    expect(awaits(first(asked({ effectiveFrom: coolOffEnds }), about('NewAddressConfirmed')))).toEqual([
      'cool-off',
    ]);
  });

  it('lapses when a confirmation does not come in time', () => {
    const confirmed = first(asked(), about('NewAddressConfirmed'));
    expect(standing(first(asked()), '2026-11-23T07:59:59.999Z')).toBe('pending');
    expect(standing(first(asked()), '2026-11-23T08:00:00.000Z')).toBe('expired');
    expect(standing(confirmed, '2026-11-23T08:00:00.000Z')).toBe('pending');
    expect(standing(confirmed, '2026-11-29T08:00:00.000Z')).toBe('expired');
  });

  it('stays pending until its elapsed cool-off is recorded', () => {
    const elapsed = first(asked({ effectiveFrom: coolOffEnds }), about('NewAddressConfirmed'));
    expect(standing(elapsed, '2026-12-24T08:00:00.000Z')).toBe('pending');
  });

  it('ends in force, vetoed or replaced', () => {
    expect(standing(first(asked(), changed('then')), 'any')).toBe('done');
    expect(standing(first(asked(), about('ReferenceEmailChangeVetoed')), 'any')).toBe('vetoed');
    expect(standing(first(asked(), asked({ changeId: 'change-2' })), '2026-11-22T09:00:00.000Z')).toBe(
      'expired',
    );
  });
});
