import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { StoreUnavailable } from '../errors.js';
import type { RecordedEvent } from '../event-store.js';
import type { Open } from './opening.js';
import { newEvent, newEvents } from './new-event.js';

const LONG = 100_000;
/** A position no store reaches, whatever its positions count. */
const NEVER = Number.MAX_SAFE_INTEGER;
const idsOf = (events: readonly RecordedEvent[]): string[] => events.map((event) => event.id);

export function subscriptionContract(open: Open): void {
  describe('subscribe', () => {
    it('delivers what was there, then what comes, in order', async () => {
      const store = await open();
      const handled: RecordedEvent[] = [];
      await store.append('a', newEvents(3), 'none');
      const subscription = store.subscribe({ after: -1, handle: (event) => void handled.push(event) });
      await subscription.reached(await store.head(), LONG);
      expect(handled).toHaveLength(3);
      await store.append('b', newEvents(2), 'none');
      await subscription.reached(await store.head(), LONG);
      expect(handled).toEqual(await store.readAll(-1, 10));
    });

    it('loses nothing and repeats nothing while many append, page after page', async () => {
      const store = await open();
      await store.append('before', newEvents(1200), 'none');
      const handled: RecordedEvent[] = [];
      const subscription = store.subscribe({
        after: -1,
        handle: async (event) => {
          if (handled.length % 100 === 0) await sleep(1);
          handled.push(event);
        },
      });
      for (let round = 0; round < 20; round += 1) {
        await Promise.all(
          ['a', 'b', 'c', 'd', 'e'].map((stream) => store.append(stream, newEvents(3), 'any')),
        );
      }
      await subscription.reached(await store.head(), LONG);
      expect(handled).toHaveLength(1500);
      expect(idsOf(handled)).toEqual(idsOf(await store.readAll(-1, 2000)));
    });

    it('hands over one event at a time', async () => {
      const store = await open();
      await store.append('a', newEvents(20), 'none');
      let running = 0;
      let most = 0;
      const subscription = store.subscribe({
        after: -1,
        handle: async () => {
          running += 1;
          most = Math.max(most, running);
          await sleep(1);
          running -= 1;
        },
      });
      await subscription.reached(await store.head(), LONG);
      expect(most).toBe(1);
    });

    it('starts again from a position without loss or repetition', async () => {
      const store = await open();
      await store.append('a', newEvents(10), 'none');
      const handled: RecordedEvent[] = [];
      const fourth = (await store.readAll(-1, 4))[3]?.position ?? -1;
      const first = store.subscribe({ after: -1, handle: (event) => void handled.push(event) });
      await first.reached(fourth, LONG);
      await first.stop();
      const second = store.subscribe({
        after: first.position(),
        handle: (event) => void handled.push(event),
      });
      await store.append('a', newEvents(2), 9);
      await second.reached(await store.head(), LONG);
      expect(idsOf(handled)).toEqual(idsOf(await store.readAll(-1, 100)));
    });

    it('offers a rejected event again until it is handled, and only then the next', async () => {
      const store = await open();
      await store.append('a', newEvents(3), 'none');
      const tried: number[] = [];
      const told: [unknown, number][] = [];
      const failure = new Error('not now');
      const subscription = store.subscribe({
        after: -1,
        handle: async ({ revision }) => {
          tried.push(revision);
          if (revision === 1 && tried.length < 5) throw failure;
        },
        onError: (error, event) => {
          told.push([error, event.revision]);
          throw new Error('the one who is told fails too');
        },
      });
      await subscription.reached(await store.head(), LONG);
      expect(tried).toEqual([0, 1, 1, 1, 1, 2]);
      expect(told).toEqual([
        [failure, 1],
        [failure, 1],
        [failure, 1],
      ]);
    });

    it('is live exactly when everything committed has been handled', async () => {
      const store = await open();
      let letGo = (): void => undefined;
      const held = new Promise<void>((resolve) => (letGo = resolve));
      const subscription = store.subscribe({ after: -1, handle: () => held });
      expect(subscription.isLive()).toBe(true);
      const { position } = await store.append('a', [newEvent()], 'none');
      expect(subscription.isLive()).toBe(false);
      expect(subscription.position()).toBeLessThan(position);
      letGo();
      await subscription.reached(position, LONG);
      expect(subscription.position()).toBe(position);
      expect(subscription.isLive()).toBe(true);
      await subscription.stop();
      expect(subscription.isLive()).toBe(false);
    });

    it('says so when a position is not reached in time', async () => {
      const store = await open();
      const subscription = store.subscribe({ after: -1, handle: () => undefined });
      await expect(subscription.reached(NEVER, 5)).rejects.toThrow(StoreUnavailable);
      await store.append('a', [newEvent()], 'none');
      await expect(subscription.reached(await store.head(), LONG)).resolves.toBeUndefined();
    });

    it('stops after the event it is handling, and whoever waits for more is told', async () => {
      const store = await open();
      await store.append('a', newEvents(3), 'none');
      const handled: number[] = [];
      let begun = (): void => undefined;
      const first = new Promise<void>((resolve) => (begun = resolve));
      const subscription = store.subscribe({
        after: -1,
        handle: async ({ revision }) => {
          begun();
          await sleep(5);
          handled.push(revision);
        },
      });
      const waiting = subscription.reached(NEVER, LONG).catch((error: unknown) => error);
      await first;
      await subscription.stop();
      expect(handled).toEqual([0]);
      expect(await waiting).toBeInstanceOf(StoreUnavailable);
      await store.append('a', newEvents(1), 2);
      expect(handled).toEqual([0]);
    });

    it('stops even while an event is being rejected for ever', async () => {
      const store = await open();
      await store.append('a', newEvents(1), 'none');
      let told = (): void => undefined;
      const failed = new Promise<void>((resolve) => (told = resolve));
      const subscription = store.subscribe({
        after: -1,
        handle: () => Promise.reject(new Error('never')),
        onError: () => told(),
      });
      await failed;
      await subscription.stop();
      expect(subscription.position()).toBe(-1);
    });
  });
}
