import { readFileSync, readdirSync } from 'node:fs';
import { AggregateStore } from '#aggregate-store';
import type { Aggregate, DomainEvent } from '#event-sourcing';
import { InMemoryEventStore, type RecordedEvent } from '#event-store';
import { DataKeys } from '#vault';

/** The master key the fixtures were made under. */
const MASTER_KEY = Buffer.alloc(32, 7);

const parse = (file: URL): unknown => JSON.parse(readFileSync(file, 'utf8'));

/**
 * The stored events of a folder as the store gives them back today, oldest first: what was written once must be read for
 * ever, in the streams where it was written.
 */
export const storedEvents = async <State, Event extends DomainEvent>(
  aggregate: Aggregate<State, Event>,
  folder: URL,
): Promise<readonly Event[]> => {
  const store = new InMemoryEventStore();
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  if (files.includes('data-keys.json')) {
    for (const { stream, ...event } of parse(new URL('data-keys.json', folder)) as readonly RecordedEvent[]) {
      await store.append(stream, [event], 'none');
    }
  }
  const aggregates = new AggregateStore(store, new DataKeys(store, [MASTER_KEY]));
  const recorded = files
    .filter((name) => name !== 'data-keys.json')
    .map((name) => parse(new URL(name, folder)) as RecordedEvent)
    .sort((a, b) => a.revision - b.revision);
  const lost = recorded.find(({ stream }) => !stream.startsWith(`${aggregate.category}-`));
  if (lost !== undefined) throw new Error(`${lost.stream} is no stream of ${aggregate.category} any more`);
  return Promise.all(recorded.map((event) => aggregates.decode(aggregate, event)));
};
