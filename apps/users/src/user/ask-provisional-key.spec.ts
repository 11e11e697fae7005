import { describe, expect, it } from '@jest/globals';
import { given } from '#event-sourcing/testing';
import { askProvisionalKey, secondsUntilNextKey } from './ask-provisional-key.js';
import { deactivated, keyAsked, registered } from './user.examples.js';
import { user } from './user.js';

const ask = (at: string) => (state: Parameters<typeof askProvisionalKey>[0]) =>
  askProvisionalKey(state, { requestId: `r-${at}`, at });
const five = [8, 9, 10, 11, 12].map((hour) => `2026-11-22T${String(hour).padStart(2, '0')}:00:00.000Z`);

describe('ask for a provisional key (FRG-14)', () => {
  it('is recorded', () => {
    given(user, registered())
      .when(ask('2026-11-22T08:00:00.000Z'))
      .records(keyAsked('2026-11-22T08:00:00.000Z'));
  });

  it('is refused twice in a minute (FRG-08)', () => {
    const before = [registered(), keyAsked('2026-11-22T08:00:00.000Z')];
    given(user, ...before)
      .when(ask('2026-11-22T08:00:59.999Z'))
      .refuses('too-soon');
    given(user, ...before)
      .when(ask('2026-11-22T08:01:00.000Z'))
      .records(keyAsked('2026-11-22T08:01:00.000Z'));
  });

  it('is refused a sixth time in 24 hours, wherever midnight falls (FRG-08)', () => {
    const before = [registered(), ...five.map(keyAsked)];
    given(user, ...before)
      .when(ask('2026-11-23T07:59:59.999Z'))
      .refuses('too-soon');
    given(user, ...before)
      .when(ask('2026-11-23T08:00:00.000Z'))
      .records(keyAsked('2026-11-23T08:00:00.000Z'));
  });

  it('says how long to wait, in seconds', () => {
    expect(secondsUntilNextKey([], '2026-11-22T08:00:00.000Z')).toBe(0);
    expect(secondsUntilNextKey(five.slice(0, 1), '2026-11-22T08:00:20.000Z')).toBe(40);
    expect(secondsUntilNextKey(five, '2026-11-22T13:00:00.000Z')).toBe(19 * 3600);
  });

  it('is refused for a closed account, and for nobody', () => {
    given(user, registered(), deactivated).when(ask('2026-11-22T08:00:00.000Z')).refuses('deactivated');
    given(user).when(ask('2026-11-22T08:00:00.000Z')).refuses('unknown-user');
  });
});
