import { describe, expect, it } from '@jest/globals';
import { storedEvents } from '../stored-events.harness.js';
import { operatorPace } from './operator-pace.js';
import type { OperatorPaceEvent } from './operator-pace.events.js';

const everyType: Record<OperatorPaceEvent['type'], true> = {
  OperatorActCounted: true,
  OperatorPaceAlarmed: true,
};

describe('events of the pace of operators as they were stored', () => {
  it('are of every type there is', async () => {
    const { types } = await storedEvents(new URL('./stored', import.meta.url));
    expect([...new Set(types)].sort()).toEqual(Object.keys(everyType).sort());
  });

  it('settle the state, each of them (invariant 9)', () => {
    expect(operatorPace.settledBy?.toSorted()).toEqual(Object.keys(everyType));
  });

  it('still read and fold', async () => {
    const { aggregates } = await storedEvents(new URL('./stored', import.meta.url));
    const { state } = await aggregates.load(operatorPace, 'o1');
    expect(state).toEqual({ open: ['2026-11-22T08:00:00.000Z'], reveal: [], approve: [] });
  });
});
