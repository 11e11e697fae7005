import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { AggregateStore } from '#aggregate-store';
import { InMemoryEventStore, type RecordedEvent } from '#event-store';
import { DataKeys } from '#vault';

/** The master key the stored examples were written under. It protects nothing. */
export const exampleMasterKey = Buffer.alloc(32, 7);

/** Events exactly as a store held them, one file per type ever written: they must stay readable for ever. */
export const storedEvents = async (folder: URL) => {
  const path = fileURLToPath(folder);
  const names = (await readdir(path)).filter((name) => name.endsWith('.json'));
  const files = await Promise.all(names.map((name) => readFile(`${path}/${name}`, 'utf8')));
  const recorded = files
    .map((file) => JSON.parse(file) as RecordedEvent)
    .sort((one, other) => one.position - other.position);
  const events = new InMemoryEventStore();
  for (const { stream, id, type, data, metadata } of recorded) {
    await events.append(stream, [{ id, type, data, metadata }], 'any');
  }
  const aggregates = new AggregateStore(events, new DataKeys(events, [exampleMasterKey]));
  const types = recorded.filter(({ stream }) => !stream.startsWith('data-key-')).map(({ type }) => type);
  return { aggregates, recorded, types };
};
