import { describe, expect, it } from '@jest/globals';
import { WrongExpectedRevision } from '../errors.js';
import type { EventStore, StoredEvent } from '../event-store.js';
import type { Retention } from '../retention.js';
import type { Open } from './opening.js';
import { newEvent, newEvents } from './new-event.js';

const shortly: Readonly<Record<string, Retention>> = {
  day: { maxAge: 24 * 3600 },
  three: { maxCount: 3 },
  both: { maxAge: 24 * 3600, maxCount: 3 },
};
const HOUR = 3_600_000;

export function retentionContract(open: Open): void {
  describe('retention', () => {
    const openAt = async (): Promise<{ store: EventStore; pass(hours: number): void }> => {
      let now = Date.UTC(2026, 0, 1);
      const store = await open({
        clock: () => now,
        retention: (stream) => shortly[stream.split('-')[0] ?? ''],
      });
      return { store, pass: (hours) => void (now += hours * HOUR) };
    };
    const seen = async (store: EventStore, stream: string): Promise<number[][]> => {
      const all = (await store.readAll(-1, 100)).filter((event) => event.stream === stream);
      const backwards = await store.read(stream, { direction: 'backwards' });
      return [await store.read(stream), [...backwards].reverse(), all].map((events) =>
        events.map((event) => event.revision),
      );
    };

    it('hides what is too old, in its stream and in the whole log', async () => {
      const { store, pass } = await openAt();
      await store.append('day-1', newEvents(2), 'none');
      await store.append('always', newEvents(1), 'none');
      pass(23);
      await store.append('day-1', newEvents(1), 1);
      expect(await seen(store, 'day-1')).toEqual([
        [0, 1, 2],
        [0, 1, 2],
        [0, 1, 2],
      ]);
      pass(1);
      expect(await seen(store, 'day-1')).toEqual([[2], [2], [2]]);
      pass(1000);
      expect(await seen(store, 'day-1')).toEqual([[], [], []]);
      expect(await seen(store, 'always')).toEqual([[0], [0], [0]]);
    });

    it('hides what is beyond the count', async () => {
      const { store } = await openAt();
      await store.append('three-1', newEvents(3), 'none');
      expect(await seen(store, 'three-1')).toEqual([
        [0, 1, 2],
        [0, 1, 2],
        [0, 1, 2],
      ]);
      await store.append('three-1', newEvents(2), 2);
      expect(await seen(store, 'three-1')).toEqual([
        [2, 3, 4],
        [2, 3, 4],
        [2, 3, 4],
      ]);
    });

    it('hides what either limit says', async () => {
      const { store, pass } = await openAt();
      await store.append('both-1', newEvents(2), 'none');
      pass(24);
      await store.append('both-1', newEvents(1), 1);
      expect(await seen(store, 'both-1')).toEqual([[2], [2], [2]]);
      await store.append('both-1', newEvents(3), 2);
      expect(await seen(store, 'both-1')).toEqual([
        [3, 4, 5],
        [3, 4, 5],
        [3, 4, 5],
      ]);
    });

    it('fills a page of the log past what has expired', async () => {
      const { store, pass } = await openAt();
      await store.append('day-1', newEvents(50), 'none');
      pass(24);
      await store.append('always', newEvents(3), 'none');
      expect(await store.readAll(-1, 2)).toHaveLength(2);
      expect(await store.readAll(-1, 50)).toHaveLength(3);
    });

    it('passes over what is no longer kept where the last event that names somebody is looked for', async () => {
      const { store, pass } = await openAt();
      const seen = () => newEvent({ type: 'Seen', data: { userId: 'anne' } });
      await store.append('both-1', [seen()], 'none');
      await store.append('both-2', [seen()], 'none');
      const sought = { category: 'both', types: ['Seen'], find: ({ stream }: StoredEvent) => stream };
      const last = () => store.lastNaming('userId', ['anne'], sought);
      expect(await last()).toEqual(['both-2']);
      await store.append('both-2', newEvents(3), 'any');
      expect(await last()).toEqual(['both-1']);
      pass(24);
      expect(await last()).toEqual([undefined]);
    });

    it('lets a writer who read nothing append with "none", once, and goes on counting', async () => {
      const { store, pass } = await openAt();
      await store.append('day-1', newEvents(2), 'none');
      await expect(store.append('day-1', newEvents(1), 'none')).rejects.toThrow(WrongExpectedRevision);
      pass(24);
      const events = newEvents(1);
      const appended = await store.append('day-1', events, 'none');
      expect(appended.revision).toBe(2);
      expect(await store.append('day-1', events, 'none')).toEqual(appended);
      await expect(store.append('day-1', newEvents(1), 'none')).rejects.toThrow(WrongExpectedRevision);
      expect(await seen(store, 'day-1')).toEqual([[2], [2], [2]]);
    });

    it('lets a subscription pass over what expired, and be live behind it', async () => {
      const { store, pass } = await openAt();
      const { position } = await store.append('day-1', newEvents(2), 'none');
      pass(24);
      const handled: number[] = [];
      const subscription = store.subscribe({
        after: -1,
        handle: (event) => void handled.push(event.position),
      });
      await subscription.reached(position, 5000);
      expect(handled).toEqual([]);
      expect(subscription.isLive()).toBe(true);
    });
  });
}
