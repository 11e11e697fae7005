import { eventOf, type EventStore, type StoredEvent } from '#event-store';
import type { Publish } from '#messaging';
import { user } from '../user/user.js';
import { signInsTold } from './project-sign-in.js';
import { concernsOf } from './user-list-refill.step.js';

const prefix = `${user.category}-`;

type Since = Readonly<{
  store: EventStore;
  publishAuth: Publish | undefined;
  /** Positions up to which both lists know what users, and what auth, have told. */
  users: number;
  signIns: number;
}>;

/** Whose row in the user list something changes that one of two lists may not know yet. */
export const touchedSince = async (since: Since): Promise<ReadonlySet<string>> => {
  const { store, publishAuth, users, signIns } = since;
  const touched = new Set<string>();
  for await (const page of store.storedPages(Math.min(users, signIns), concernsOf(publishAuth)))
    for (const event of page) for (const userId of touchedBy(event, since)) touched.add(userId);
  return touched;
};

const touchedBy = (event: StoredEvent, { publishAuth, users, signIns }: Since): readonly string[] => {
  const { stream, position } = event;
  if (stream.startsWith(prefix)) return position > users ? [stream.slice(prefix.length)] : [];
  if (position <= signIns) return [];
  return signInsTold(publishAuth?.(eventOf(event)) ?? []).map(({ userId }) => userId);
};
