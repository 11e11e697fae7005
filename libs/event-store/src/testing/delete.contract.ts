import { describe, expect, it } from '@jest/globals';
import { StreamDeleted } from '../errors.js';
import type { ExpectedRevision } from '../event-store.js';
import type { Open } from './opening.js';
import { newEvents } from './new-event.js';

export function deleteContract(open: Open): void {
  describe('delete', () => {
    it('takes the stream out of every read and leaves the others', async () => {
      const store = await open();
      await store.append('a', newEvents(2), 'none');
      await store.append('b', newEvents(2), 'none');
      const head = await store.head();
      await store.delete('a');
      expect(await store.read('a')).toEqual([]);
      expect(await store.read('a', { direction: 'backwards' })).toEqual([]);
      expect((await store.readAll(-1, 10)).map((event) => event.stream)).toEqual(['b', 'b']);
      expect(await store.head()).toBe(head);
    });

    it.each<ExpectedRevision>(['none', 'any', 1])('refuses any append for good (%s)', async (expected) => {
      const store = await open();
      const events = newEvents(2);
      await store.append('a', events, 'none');
      await store.delete('a');
      await store.delete('a');
      await expect(store.append('a', newEvents(1), expected)).rejects.toThrow(StreamDeleted);
      await expect(store.append('a', events, expected)).rejects.toThrow(StreamDeleted);
      expect(await store.readAll(-1, 10)).toEqual([]);
    });

    it('refuses appends to a stream deleted before it was written', async () => {
      const store = await open();
      await store.delete('a');
      await expect(store.append('a', newEvents(1), 'none')).rejects.toThrow(StreamDeleted);
    });

    it('comes after the appends made before it', async () => {
      const store = await open();
      const before = store.append('a', newEvents(1), 'none');
      const deleted = store.delete('a');
      await Promise.all([before, deleted]);
      expect(await store.read('a')).toEqual([]);
    });

    it('never gives a position twice', async () => {
      const store = await open();
      const { position } = await store.append('a', newEvents(3), 'none');
      await store.delete('a');
      expect((await store.append('b', newEvents(1), 'none')).position).toBeGreaterThan(position);
    });
  });
}
