import { type EventStore, StoreUnavailable, type StoredEvent } from '#event-store';

const PAGE = 250;

/**
 * The events of the whole store up to position `head`, a page at a time: read ahead as far as the store can give them, and from
 * there on ever fewer at once, until it is known which it cannot give. One that cannot be read is reported and passed
 * over: `unreadable(after)` is told where it comes and answers the position it stands at. Throws StoreUnavailable when
 * the store itself cannot answer.
 */
export async function* eventPages(
  store: EventStore,
  head: number,
  unreadable: (after: number) => Promise<number>,
): AsyncGenerator<readonly StoredEvent[]> {
  let limit = PAGE;
  let after = -1;
  try {
    for await (const page of store.storedPages(after)) {
      yield upTo(head, page);
      after = page.at(-1)?.position ?? head;
      if (after >= head) return;
    }
    return;
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) throw error;
  }
  while (after < head) {
    let page: readonly StoredEvent[];
    try {
      page = await store.readStored(after, limit);
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
      await store.head();
      if (limit === 1) after = await unreadable(after);
      limit = 1;
      continue;
    }
    if (page.length === 0) return;
    yield upTo(head, page);
    after = page.at(-1)?.position ?? head;
    limit = Math.min(PAGE, limit * 2);
  }
}

const upTo = (head: number, page: readonly StoredEvent[]) =>
  (page.at(-1)?.position ?? -1) <= head ? page : page.filter(({ position }) => position <= head);
