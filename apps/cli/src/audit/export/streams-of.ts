import type { EventStore } from '#event-store';

/** The streams that are one user's for as long as they exist; sessions and attempts carry nobody's name. */
export const userStreams = (userId: string): readonly string[] =>
  ['user', 'credential', 'factors', 'factor-use'].map((category) => `${category}-${userId}`);

/** Ids of the users who were registered in a school before an instant. */
export const schoolMembers = async (
  store: EventStore,
  schoolId: string,
  until = '9999',
): Promise<readonly string[]> => {
  const naming = await store.readNaming('schoolId', schoolId, { after: -1, upTo: await store.head() });
  return naming
    .filter(({ type, metadata }) => type === 'UserRegistered' && String(metadata['at']) <= until)
    .map(({ stream }) => stream.slice('user-'.length));
};

/** The streams of a school and of every user that was ever registered there. */
export const schoolStreams = async (store: EventStore, schoolId: string): Promise<readonly string[]> => [
  `school-${schoolId}`,
  ...(await schoolMembers(store, schoolId)).flatMap(userStreams),
];
