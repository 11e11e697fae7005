import type { EventStore } from '#event-store';

const PAGE = 1000;

/** The streams that are one user's for as long as they exist; sessions and attempts carry nobody's name. */
export const userStreams = (userId: string): readonly string[] =>
  ['user', 'credential', 'factors', 'factor-use'].map((category) => `${category}-${userId}`);

/** Ids of the users who were registered in a school before an instant. Reads through the log up to then. */
export const schoolMembers = async (
  store: EventStore,
  schoolId: string,
  until = '9999',
): Promise<readonly string[]> => {
  const members: string[] = [];
  for (let after = -1; ;) {
    const page = await store.readAll(after, PAGE);
    for (const { type, stream, data, metadata } of page) {
      if (type === 'UserRegistered' && data['schoolId'] === schoolId && String(metadata['at']) <= until)
        members.push(stream.slice('user-'.length));
    }
    const last = page.at(-1);
    // An hour, for writers whose clocks differ.
    if (last === undefined || Date.parse(String(last.metadata['at'])) > Date.parse(until) + 3_600_000)
      return members;
    after = last.position;
  }
};

/** The streams of a school and of every user that was ever registered there. */
export const schoolStreams = async (store: EventStore, schoolId: string): Promise<readonly string[]> => [
  `school-${schoolId}`,
  ...(await schoolMembers(store, schoolId)).flatMap(userStreams),
];
