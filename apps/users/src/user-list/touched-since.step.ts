import { topics, type CredentialMessage, type Message, type SessionMessage } from '#contracts';
import { eventOf, type EventStore, type StoredEvent } from '#event-store';
import type { Publish } from '#messaging';
import type { Refilled } from '#projections';
import { user } from '../user/user.js';
import { signInTold } from './project-sign-in.js';

const prefix = `${user.category}-`;
const heard: readonly string[] = [topics.credential, topics.session];

type Since = Readonly<{
  store: EventStore;
  concerns: Refilled['concerns'];
  publishAuth: Publish | undefined;
  /** Positions up to which both lists know what users, and what auth, have told. */
  users: number;
  signIns: number;
}>;

/** Whose row in the user list something changes that one of two lists may not know yet. */
export const touchedSince = async (since: Since): Promise<ReadonlySet<string>> => {
  const { store, concerns, users, signIns } = since;
  const touched = new Set<string>();
  for await (const page of store.storedPages(Math.min(users, signIns), concerns))
    for (const event of page) for (const userId of touchedBy(event, since)) touched.add(userId);
  return touched;
};

const touchedBy = (event: StoredEvent, { publishAuth, users, signIns }: Since): readonly string[] => {
  const { stream, position } = event;
  if (stream.startsWith(prefix)) return position > users ? [stream.slice(prefix.length)] : [];
  if (position <= signIns) return [];
  const told = (publishAuth?.(eventOf(event)) ?? []).filter(({ topic }) => heard.includes(topic));
  return (told as Message<CredentialMessage | SessionMessage>[])
    .filter((message) => signInTold(message) !== null)
    .map(({ body }) => body.userId);
};
