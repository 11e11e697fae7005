import { sessionsOf } from '#apps/auth';
import type { EventStore } from '#event-store';
import { type Access, accessOf } from './access.js';
import { credentialAt, schoolAt, userAt } from './state-at.js';

/** The access of a user at an instant, from their own streams: it costs the same in a log of any length. */
export const accessAt = async (store: EventStore, userId: string, at: string): Promise<Access> => {
  const [recordedUser, recordedCredential] = await Promise.all([
    store.read(`user-${userId}`),
    store.read(`credential-${userId}`),
  ]);
  const person = userAt(recordedUser, at);
  const tenant = 'schoolId' in person ? await store.read(`school-${person.schoolId}`) : [];
  return accessOf(at, person, credentialAt(recordedCredential, at), schoolAt(tenant, at));
};

/** The same, with the sessions that lived then. */
export const accessWithSessionsAt = async (
  store: EventStore,
  userId: string,
  at: string,
): Promise<Access> => {
  const access = await accessAt(store, userId, at);
  const holder = credentialAt(await store.read(`credential-${userId}`), at);
  return { ...access, sessions: await sessionsOf(store, userId, holder, at) };
};
