import { describe, expect, it } from '@jest/globals';
import { fold } from '#event-sourcing';
import { storedEvents } from '../testing/stored-events.js';
import { remember } from './remember.js';
import type { RememberEvent } from './remember.events.js';

const folder = new URL('./stored/', import.meta.url);
const types: Readonly<Record<RememberEvent['type'], true>> = {
  RememberMeGranted: true,
  RememberMeRevoked: true,
  RememberMeRotated: true,
  ReuseDetected: true,
};

describe('remember-me events as they were once stored', () => {
  it('are there for every type', async () => {
    const events = await storedEvents(remember, folder);
    expect(events.map(({ type }) => type).sort()).toEqual(Object.keys(types));
  });

  it('settle the state, each of them: one is read, however many there are (invariant 9)', () => {
    expect(remember.settledBy?.toSorted()).toEqual(Object.keys(types));
  });

  it('fold into the state they meant', async () => {
    const events = await storedEvents(remember, folder);
    const after = (count: number) => fold(remember, events.slice(0, count));
    const userId = '0192f1c4-7d7e-4c54-9a3e-2f1f0a6b1c11';
    expect(after(1)).toMatchObject({ kind: 'open', family: { userId, previous: null, generation: 3 } });
    expect(after(2)).toMatchObject({ family: { usedAt: '2026-11-22T12:00:00.000Z', epoch: 2 } });
    expect(after(3)).toEqual({ kind: 'ended', userId });
    expect(after(4)).toEqual({ kind: 'ended', userId });
  });
});
