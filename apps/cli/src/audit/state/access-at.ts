import { sessionsOf } from '#apps/auth';
import type { EventStore } from '#event-store';
import { type Access, accessOf } from './access.js';
import { credentialAt, factorsAt, schoolAt, userAt } from './state-at.js';

/** The access of a user at an instant, from their own streams: it costs the same in a log of any length. */
export const accessAt = async (store: EventStore, userId: string, at: string): Promise<Access> => {
  const [recordedUser, recordedCredential, recordedFactors] = await Promise.all([
    store.read(`user-${userId}`),
    store.read(`credential-${userId}`),
    store.read(`factors-${userId}`),
  ]);
  const person = userAt(recordedUser, at);
  const tenant = 'schoolId' in person ? await store.read(`school-${person.schoolId}`) : [];
  return accessOf(at, {
    user: person,
    credential: credentialAt(recordedCredential, at),
    factors: factorsAt(recordedFactors, at),
    school: schoolAt(tenant, at),
  });
};

/** The same, with the sessions that lived then. */
export const accessWithSessionsAt = async (
  store: EventStore,
  userId: string,
  { at, now }: Readonly<{ at: string; now: string }>,
): Promise<Access> => {
  const access = await accessAt(store, userId, at);
  const holder = credentialAt(await store.read(`credential-${userId}`), at);
  return { ...access, sessions: await sessionsOf(store, userId, holder, { at, now }) };
};
