import { describe, expect, it } from '@jest/globals';
import { WrongExpectedRevision } from '../errors.js';
import type { ExpectedRevision } from '../event-store.js';
import type { Open } from './opening.js';
import { newEvent, newEvents } from './new-event.js';

export function idempotencyContract(open: Open): void {
  describe('append of ids that already stand in the stream', () => {
    it.each<ExpectedRevision>([0, 'any'])('answers as before and records nothing (%s)', async (expected) => {
      const store = await open();
      await store.append('a', newEvents(1), 'none');
      const events = newEvents(3);
      const first = await store.append('a', events, expected);
      expect(await store.append('a', events, expected)).toEqual(first);
      expect(await store.read('a')).toHaveLength(4);
    });

    it('answers as before after others have appended', async () => {
      const store = await open();
      const events = newEvents(2);
      const first = await store.append('a', events, 'none');
      await store.append('a', newEvents(2), 1);
      expect(await store.append('a', events, 'none')).toEqual(first);
      expect(await store.append('a', events, 'any')).toEqual(first);
      expect(await store.read('a')).toHaveLength(4);
    });

    it('answers both of two concurrent appends of the same events', async () => {
      const store = await open();
      const events = newEvents(2);
      const [one, other] = await Promise.all([
        store.append('a', events, 'none'),
        store.append('a', events, 'none'),
      ]);
      expect(one).toEqual(other);
      expect(await store.read('a')).toHaveLength(2);
    });

    it.each<ExpectedRevision>(['none', 0, 1, 'any'])(
      'refuses them when only some stand there (%s)',
      async (expected) => {
        const store = await open();
        const [one, two, three] = [newEvent(), newEvent(), newEvent()];
        await store.append('a', [one, two], 'none');
        await expect(store.append('a', [two, three], expected)).rejects.toThrow(WrongExpectedRevision);
        await expect(store.append('a', [three, two], expected)).rejects.toThrow(WrongExpectedRevision);
        expect(await store.read('a')).toHaveLength(2);
      },
    );

    it('refuses them in another order, at another place, or with a gap', async () => {
      const store = await open();
      const [one, two, three] = [newEvent(), newEvent(), newEvent()];
      await store.append('a', [one, two, three], 'none');
      await expect(store.append('a', [two, one], 'any')).rejects.toThrow(WrongExpectedRevision);
      await expect(store.append('a', [one, three], 'any')).rejects.toThrow(WrongExpectedRevision);
      await expect(store.append('a', [two], 'none')).rejects.toThrow(WrongExpectedRevision);
      await expect(store.append('a', [one], 2)).rejects.toThrow(WrongExpectedRevision);
      expect(await store.read('a')).toHaveLength(3);
    });

    it('lets another stream hold the same id', async () => {
      const store = await open();
      const event = newEvent();
      await store.append('a', [event], 'none');
      expect((await store.append('b', [event], 'none')).revision).toBe(0);
    });
  });
}
