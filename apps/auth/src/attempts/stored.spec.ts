import { describe, expect, it } from '@jest/globals';
import { fold } from '#event-sourcing';
import { storedEvents } from '../testing/stored-events.js';
import { attempts } from './attempts.js';
import type { AttemptsEvent } from './attempts.events.js';

const folder = new URL('./stored/', import.meta.url);
const types: Readonly<Record<AttemptsEvent['type'], true>> = {
  AttemptFailed: true,
  AttemptReserved: true,
  AttemptSucceeded: true,
  AttemptWithdrawn: true,
  RenewalAsked: true,
};
const recent = [{ at: '2026-11-22T08:00:00.000Z', count: 1 }];

describe('attempts events as they were once stored', () => {
  it('are there for every type', async () => {
    const events = await storedEvents(attempts, folder);
    expect(events.map(({ type }) => type).sort()).toEqual(Object.keys(types));
  });

  it('settle the state, each of them: one is read, however long the attack was (invariant 9)', () => {
    expect(attempts.settledBy?.toSorted()).toEqual(Object.keys(types));
  });

  it('fold into the state they meant', async () => {
    const events = await storedEvents(attempts, folder);
    const standings = events.map((event) => fold(attempts, [event]));
    expect(standings.map(({ consecutive }) => consecutive)).toEqual([2, 2, 1, 0, 1]);
    expect(standings.at(-1)).toEqual({ consecutive: 1, lastAt: '2026-11-22T09:00:00.000Z', recent });
  });
});
