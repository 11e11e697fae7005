import type { EventStore } from '#event-store';

const PAGE = 1000;

/** The streams that are one user's for as long as they exist; sessions and attempts carry nobody's name. */
export const userStreams = (userId: string): readonly string[] =>
  ['user', 'credential', 'factors', 'factor-use'].map((category) => `${category}-${userId}`);

/** The streams of a school and of every user that was ever registered there. Reads through the whole log. */
export const schoolStreams = async (store: EventStore, schoolId: string): Promise<readonly string[]> => {
  const streams = [`school-${schoolId}`];
  for (let after = -1; ;) {
    const page = await store.readAll(after, PAGE);
    if (page.length === 0) return streams;
    for (const { type, stream, data } of page) {
      if (type === 'UserRegistered' && data['schoolId'] === schoolId) {
        streams.push(...userStreams(stream.slice('user-'.length)));
      }
    }
    after = page.at(-1)!.position;
  }
};
