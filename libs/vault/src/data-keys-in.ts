import type { EventStore } from '#event-store';

const PAGE = 1000;
const PREFIX = 'data-key-';

/** A data key of the log, and the id of the master key that wraps it. */
export type StandingDataKey = Readonly<{ name: string; masterKeyId: string; position: number }>;

/** Every data key that was not destroyed, as its last event says, oldest first; one that is wrapped anew meanwhile may come twice. */
export async function* dataKeysIn(store: EventStore): AsyncGenerator<StandingDataKey> {
  for (let page = await store.readAll(-1, PAGE); page.length > 0;) {
    for (const { stream, data, position } of page) {
      if (!stream.startsWith(PREFIX)) continue;
      yield { name: stream.slice(PREFIX.length), masterKeyId: String(data['masterKeyId']), position };
    }
    page = await store.readAll(page.at(-1)!.position, PAGE);
  }
}
