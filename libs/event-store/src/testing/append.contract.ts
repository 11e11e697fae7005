import { describe, expect, it } from '@jest/globals';
import { StoreUnavailable, WrongExpectedRevision } from '../errors.js';
import type { ExpectedRevision } from '../event-store.js';
import type { Open } from './opening.js';
import { newEvent, newEvents } from './new-event.js';

export function appendContract(open: Open): void {
  describe('append', () => {
    it('answers the revision and the position of the last event', async () => {
      const store = await open();
      const first = await store.append('a', newEvents(2), 'none');
      const second = await store.append('a', newEvents(1), 1);
      expect(first.revision).toBe(1);
      expect(second.revision).toBe(2);
      expect(second.position).toBeGreaterThan(first.position);
      expect(await store.head()).toBe(second.position);
    });

    it.each<[ExpectedRevision, number]>([
      ['none', 2],
      [0, 2],
      [2, 2],
      [0, 0],
      [-1, 2],
    ])('refuses "%s" when the stream has %i events', async (expected, count) => {
      const store = await open();
      if (count > 0) await store.append('a', newEvents(count), 'any');
      const refused = await store.append('a', newEvents(1), expected).catch((error: unknown) => error);
      expect(refused).toBeInstanceOf(WrongExpectedRevision);
      expect(refused).toMatchObject({ stream: 'a', expected, actual: count - 1 });
      expect(await store.read('a')).toHaveLength(count);
    });

    it('accepts "any" on a new stream and on an old one', async () => {
      const store = await open();
      expect((await store.append('a', newEvents(1), 'any')).revision).toBe(0);
      expect((await store.append('a', newEvents(1), 'any')).revision).toBe(1);
    });

    it('counts the revisions of each stream apart and the positions together', async () => {
      const store = await open();
      const a = await store.append('a', newEvents(1), 'none');
      const b = await store.append('b', newEvents(1), 'none');
      expect([a.revision, b.revision]).toEqual([0, 0]);
      expect(b.position).toBeGreaterThan(a.position);
    });

    it('records all events of an append or none', async () => {
      const store = await open();
      const taken = newEvent();
      await store.append('a', [taken], 'none');
      await expect(store.append('a', [newEvent(), taken], 0)).rejects.toThrow(WrongExpectedRevision);
      expect(await store.read('a')).toHaveLength(1);
      expect(await store.readAll(-1, 10)).toHaveLength(1);
    });

    it('refuses an append that holds one id twice', async () => {
      const store = await open();
      const event = newEvent();
      await expect(store.append('a', [event, event], 'any')).rejects.toThrow(TypeError);
      expect(await store.read('a')).toEqual([]);
    });

    it('records nothing of an append without events, but holds it to its expectation', async () => {
      const store = await open();
      const { position } = await store.append('a', newEvents(1), 'none');
      expect(await store.append('a', [], 0)).toEqual({ revision: 0, position });
      await expect(store.append('a', [], 'none')).rejects.toThrow(WrongExpectedRevision);
      expect(await store.head()).toBe(position);
    });

    it('has exactly one winner among 50 concurrent appends at the same revision', async () => {
      const store = await open();
      await store.append('a', newEvents(1), 'none');
      const racers = Array.from({ length: 50 }, () => store.append('a', newEvents(2), 0));
      const results = await Promise.allSettled(racers);
      const lost = results.flatMap((result) =>
        result.status === 'rejected' ? [result.reason as unknown] : [],
      );
      expect(lost).toHaveLength(49);
      expect(lost.every((error) => error instanceof WrongExpectedRevision)).toBe(true);
      expect(await store.read('a')).toHaveLength(3);
    });

    it('lets a conflict reject its own append only', async () => {
      const store = await open();
      const [first, conflict, second] = await Promise.allSettled([
        store.append('a', newEvents(1), 'none'),
        store.append('a', newEvents(1), 'none'),
        store.append('b', newEvents(1), 'none'),
      ]);
      expect([first?.status, conflict?.status, second?.status]).toEqual([
        'fulfilled',
        'rejected',
        'fulfilled',
      ]);
      expect(await store.readAll(-1, 10)).toHaveLength(2);
    });

    it('refuses everything once it is closed', async () => {
      const store = await open();
      await store.close();
      await expect(store.append('a', newEvents(1), 'any')).rejects.toThrow(StoreUnavailable);
      await expect(store.read('a')).rejects.toThrow(StoreUnavailable);
      await expect(store.head()).rejects.toThrow(StoreUnavailable);
    });
  });
}
