import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { type Message, type MessageBody, topics } from '#contracts';
import { type EventStore, StoreUnavailable, type Subscription } from '#event-store';
import { ServiceUnavailable } from '#service-bus';
import type { DeadLetters } from '../dead-letters.js';
import type { FollowOptions, MessageFeed } from '../message-feed.js';
import { tell } from './told.js';

export type OpenedFeed = Readonly<{
  store: EventStore;
  feed: MessageFeed;
  deadLetters: DeadLetters;
  stop(): Promise<void>;
}>;

const LONG = 60_000;

const deactivated = (userId: string): MessageBody => ({ type: 'user.deactivated', userId, schoolId: 's1' });

/** What every message feed promises, whatever carries it. `open` gives a feed of what `publishTold` makes of a store's events. */
export function messageFeedContract(name: string, open: () => Promise<OpenedFeed>): void {
  describe(`${name} as a message feed`, () => {
    let opened: OpenedFeed;
    const following: Subscription[] = [];
    beforeAll(async () => void (opened = await open()), LONG);
    afterEach(async () => {
      for (const subscription of following.splice(0)) await subscription.stop();
    }, LONG);
    afterAll(() => opened.stop(), LONG);

    const follow = (options: Partial<FollowOptions> & Pick<FollowOptions, 'handle'>): Subscription => {
      const subscription = opened.feed.follow({
        group: 'auth',
        topics: [topics.user],
        after: -1,
        ...options,
      });
      following.push(subscription);
      return subscription;
    };
    const told = (body: MessageBody, topic = topics.user as Message['topic']) =>
      tell(opened.store, body, topic);
    const unheard = () => opened.store.append(`silent-${randomUUID()}`, [silent()], 'none');
    const silent = () => ({
      id: randomUUID(),
      type: 'Silent',
      data: {},
      metadata: { at: new Date().toISOString() },
    });

    it(
      'brings what was told after a position, as it was told, and nothing of other topics',
      async () => {
        const user = randomUUID();
        const before = await told(deactivated(user));
        const at = await told({ type: 'user.reactivated', userId: user, schoolId: 's1' });
        const elsewhere = await told({ type: 'credential.opened', userId: user }, topics.credential);
        const heard: Message[] = [];
        const subscription = follow({ after: before, handle: (message) => void heard.push(message) });
        await subscription.reached(elsewhere, LONG);
        expect(heard).toEqual([
          {
            id: expect.any(String),
            topic: topics.user,
            key: user,
            at: expect.any(String),
            position: at,
            body: { type: 'user.reactivated', userId: user, schoolId: 's1' },
          },
        ]);
      },
      LONG,
    );

    it(
      'keeps the order of each key, one message at a time, and skips none',
      async () => {
        const after = await opened.store.head();
        const users = Array.from({ length: 8 }, () => randomUUID());
        let last = -1;
        for (let round = 0; round < 25; round += 1) {
          for (const user of users) {
            last = await told(
              { type: 'credential.disabled', userId: user, epoch: round, reason: 'deactivated' },
              topics.credential,
            );
          }
        }
        const heard = new Map<string, number[]>();
        let inside = 0;
        let most = 0;
        const subscription = follow({
          group: 'notifications',
          topics: [topics.credential],
          after,
          handle: async ({ body }) => {
            most = Math.max(most, (inside += 1));
            await Promise.resolve();
            if (body.type === 'credential.disabled')
              heard.set(body.userId, [...(heard.get(body.userId) ?? []), body.epoch]);
            inside -= 1;
          },
        });
        await subscription.reached(last, LONG);
        expect(most).toBe(1);
        for (const user of users) expect(heard.get(user)).toEqual(Array.from({ length: 25 }, (_, n) => n));
      },
      LONG,
    );

    it(
      'is live exactly when nothing committed is unheard, told or not (SES-13)',
      async () => {
        const subscription = follow({ after: await opened.store.head(), handle: () => undefined });
        const { position } = await unheard();
        await subscription.reached(position, LONG);
        while (!subscription.isLive()) await pause(5);
        let letGo = (): void => undefined;
        const held = new Promise<void>((resolve) => (letGo = resolve));
        const slow = follow({ after: position, handle: () => held });
        const at = await told(deactivated(randomUUID()));
        await subscription.reached(at, LONG);
        expect(slow.isLive()).toBe(false);
        expect(slow.position()).toBeLessThan(at);
        letGo();
        await slow.reached(at, LONG);
      },
      LONG,
    );

    it(
      'never names a checkpoint beyond a message that has not come yet',
      async () => {
        const after = await opened.store.head();
        const users = Array.from({ length: 12 }, () => randomUUID());
        let last = -1;
        for (const user of users) last = await told(deactivated(user));
        // How far everything is told is said a moment after the last message.
        await follow({ after, handle: () => undefined }).reached(last, LONG);
        const heard: Readonly<{ position: number; checkpoint: number }>[] = [];
        const subscription = follow({
          after,
          handle: ({ position }, checkpoint) => void heard.push({ position, checkpoint }),
        });
        await subscription.reached(last, LONG);
        expect(heard).toHaveLength(users.length);
        for (const [index, { checkpoint }] of heard.entries()) {
          for (const { position } of heard.slice(index + 1)) expect(checkpoint).toBeLessThan(position);
        }
        expect(heard.at(-1)?.checkpoint).toBeGreaterThanOrEqual(last);
      },
      LONG,
    );

    it(
      'parks what fails at every try, goes on with the rest, and hands it out again when it is replayed',
      async () => {
        const poison = randomUUID();
        const fine = randomUUID();
        let cured = false;
        const heard: string[] = [];
        const subscription = follow({
          shared: true,
          after: await opened.store.head(),
          handle: ({ key }) => {
            if (key === poison && !cured) throw new Error('cannot be handled');
            heard.push(key);
          },
        });
        await told(deactivated(poison));
        await subscription.reached(await told(deactivated(fine)), LONG);
        expect(heard).toContain(fine);
        expect(heard).not.toContain(poison);
        expect(await opened.deadLetters.count()).toBe(1);
        expect(await opened.deadLetters.list()).toEqual([
          expect.objectContaining({
            group: 'auth',
            error: 'Error: cannot be handled',
            message: expect.objectContaining({ key: poison }),
          }),
        ]);
        cured = true;
        expect(await opened.deadLetters.replay()).toBe(1);
        while (!heard.includes(poison)) await pause(5);
        expect(await opened.deadLetters.count()).toBe(0);
      },
      LONG,
    );

    it.each([new StoreUnavailable('away'), new ServiceUnavailable('away')])(
      'waits while $name lasts instead of parking',
      async (failure) => {
        let tries = 0;
        const subscription = follow({
          after: await opened.store.head(),
          handle: () => {
            tries += 1;
            if (tries <= 7) throw failure;
          },
        });
        await subscription.reached(await told(deactivated(randomUUID())), LONG);
        expect(tries).toBe(8);
        expect(await opened.deadLetters.count()).toBe(0);
      },
      LONG,
    );
  });
}
