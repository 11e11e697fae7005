import { briefOf } from '#aggregate-store';
import type { EventStore } from '#event-store';
import type { Publish } from '#messaging';
import { signInsTold } from './project-sign-in.js';
import type { SignInFacts } from './user-view.js';

/** The events that may tell of a sign-in. Of each person the last one counts, and most of a log is made of them. */
export const signInTypes = ['SessionOpened', 'SessionContinued'];

type Told = Partial<SignInFacts>;

/** What auth tells of the last sign-in of each of these people, where there was one; an indexed store finds it at once. */
export const lastSignIns = async (
  store: EventStore,
  publishAuth: Publish,
  userIds: readonly string[],
): Promise<ReadonlyMap<string, Told>> => {
  const last = await store.lastNaming('userId', userIds, {
    category: 'session',
    types: signInTypes,
    find: (event) => signInsTold(publishAuth(briefOf(event)))[0],
  });
  return new Map(last.flatMap((found) => (found === undefined ? [] : [[found.userId, found.told] as const])));
};
