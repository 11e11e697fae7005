import type { EventStore, RecordedEvent } from '#event-store';

const PAGE = 32;

/**
 * The events that decide a stream's state, oldest first: read backwards to the last one whose type settles the state
 * by itself, or to the beginning. The cost follows what happened since, not the whole history (invariant 9).
 */
export const loadStream = async (
  store: EventStore,
  stream: string,
  settledBy: readonly string[],
): Promise<readonly RecordedEvent[]> => {
  if (settledBy.length === 0) return store.read(stream);
  const newestFirst: RecordedEvent[] = [];
  let limit = 1;
  for (;;) {
    const from = newestFirst.at(-1)?.revision;
    if (from === 0) break;
    const page = await store.read(stream, {
      direction: 'backwards',
      limit,
      ...(from === undefined ? {} : { from: from - 1 }),
    });
    for (const event of page) {
      newestFirst.push(event);
      if (settledBy.includes(event.type)) return newestFirst.reverse();
    }
    if (page.length < limit) break;
    limit = PAGE;
  }
  return newestFirst.reverse();
};
