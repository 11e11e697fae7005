import type { RecordedEvent } from '#event-store';
import { inclusionProof } from '../merkle/inclusion-proof.js';
import { ended } from './ended.js';
import { entryLine, headerLine } from './export-lines.js';
import { type ExportOptions, sizeToExport } from './export-whole.js';

type Placed = Readonly<{ index: number; event: RecordedEvent }>;

/** Exports the events of some streams under the checkpoint, each with the proof that it stands in the log. */
export const exportStreams = (options: ExportOptions, streams: readonly string[]): AsyncIterable<string> =>
  ended(streamLines(options, streams));

async function* streamLines(options: ExportOptions, streams: readonly string[]): AsyncGenerator<string> {
  const { store, leaves, checkpoint, exportedAt } = options;
  const size = sizeToExport(options);
  yield headerLine('streams', checkpoint, exportedAt);
  const placed: Placed[] = [];
  for (const stream of streams) {
    for (const event of await store.read(stream)) {
      const index = leaves.indexAt(event.position);
      if (index !== undefined && index < size) placed.push({ index, event });
    }
  }
  const subtrees = leaves.subtrees();
  for (const { index, event } of placed.toSorted((one, other) => one.index - other.index)) {
    yield entryLine(index, leaves.leaf(index)!, event, inclusionProof(subtrees, index, size));
  }
}
