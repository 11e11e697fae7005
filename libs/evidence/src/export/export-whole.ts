import type { EventStore, RecordedEvent } from '#event-store';
import { openCheckpoint } from '../checkpoint/open-checkpoint.js';
import type { LeafLog } from '../leaf-log/leaf-log.js';
import type { NoteKey } from '../note/note-key.js';
import { checkpointsIn } from '../verify/checkpoints-in.js';
import { ended } from './ended.js';
import { checkpointLine, entryLine, headerLine } from './export-lines.js';

export type ExportOptions = Readonly<{
  store: EventStore;
  leaves: LeafLog;
  key: NoteKey;
  /** The signed note to export at: everything before it, nothing after it. */
  checkpoint: string;
  /** When, ISO 8601. */
  exportedAt: string;
}>;

/** A note that cannot be exported at. */
export class NotACheckpoint extends Error {
  override readonly name = 'NotACheckpoint';
}

/** The size of the tree to export at. Throws NotACheckpoint when the note is not the log's, or ahead of its leaves. */
export const sizeToExport = ({ checkpoint, key, leaves }: ExportOptions): number => {
  const opened = openCheckpoint(checkpoint, key);
  if (opened === undefined) throw new NotACheckpoint('the checkpoint is not signed by the key of this log');
  if (opened.size > leaves.size) throw new NotACheckpoint('the log does not reach this checkpoint');
  return opened.size;
};

/** Exports the whole log as lines, with every checkpoint where it belongs. Memory does not grow with the log. */
export const exportWhole = (options: ExportOptions): AsyncIterable<string> => ended(wholeLines(options));

async function* wholeLines(options: ExportOptions): AsyncGenerator<string> {
  const { store, leaves, key, checkpoint, exportedAt } = options;
  const size = sizeToExport(options);
  yield headerLine('whole', checkpoint, exportedAt);
  const events = eventsOf(store);
  const milestones = checkpointsIn(store, key);
  let event = (await events.next()).value as RecordedEvent | undefined;
  let milestone = (await milestones.next()).value;
  let index = 0;
  for (const leaf of leaves.leaves()) {
    if (index === size) break;
    while (event !== undefined && event.position < leaf.position) event = (await events.next()).value;
    yield entryLine(index, leaf, event?.position === leaf.position ? event : undefined);
    index += 1;
    while (milestone !== undefined && milestone.size < index) milestone = (await milestones.next()).value;
    if (milestone?.size === index) yield checkpointLine(milestone.note);
  }
}

async function* eventsOf(store: EventStore): AsyncGenerator<RecordedEvent, undefined> {
  for (let after = -1; ;) {
    const page = await store.readAll(after, 1000);
    if (page.length === 0) return undefined;
    yield* page;
    after = page.at(-1)!.position;
  }
}
