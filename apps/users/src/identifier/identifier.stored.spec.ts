import { describe, expect, it } from '@jest/globals';
import { fold } from '#event-sourcing';
import { storedEvents } from '../stored-events.harness.js';
import type { IdentifierEvent } from './identifier.events.js';
import { identifier } from './identifier.js';

const everyType: Record<IdentifierEvent['type'], true> = {
  IdentifierReserved: true,
  IdentifierReleased: true,
};

describe('identifier events as they were stored', () => {
  it('are of every type there is', async () => {
    const { types } = await storedEvents(new URL('./stored', import.meta.url));
    expect([...types].sort()).toEqual(Object.keys(everyType).sort());
  });

  it('settle the state, each of them (invariant 9)', () => {
    expect(identifier.settledBy?.toSorted()).toEqual(Object.keys(everyType).sort());
  });

  it('still read and fold', async () => {
    const { aggregates, recorded } = await storedEvents(new URL('./stored', import.meta.url));
    const events = await Promise.all(recorded.map((event) => aggregates.decode(identifier, event)));
    expect(recorded.map(({ stream }) => stream)).toEqual(events.map(() => `${identifier.category}-d1`));
    const since = '2026-11-22T08:00:00.000Z';
    expect(fold(identifier, events.slice(0, 1))).toEqual({ status: 'held', userId: 'u1', since });
    expect((await aggregates.load(identifier, 'd1')).state).toEqual({ status: 'free' });
  });
});
