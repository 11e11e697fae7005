import { readFile, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { EventStore } from '#event-store';
import {
  checkpointsFolder,
  FolderPublisher,
  LeafLog,
  leavesFile,
  noteKeyOf,
  notesIn,
  type NoteKey,
  notarySigner,
} from '#evidence';
import { openPlatform, type Platform } from '#platform';
import { readSettings } from '#settings';
import { Refused } from '../terminal/answer.js';

/** What an auditor works with: the store, the leaves and the key of the log. Nobody's data key is opened but to see that a reason names nobody. */
export type AuditedLog = Readonly<{
  store: EventStore;
  leaves: LeafLog;
  key: NoteKey;
  platform: Platform;
  /** Signed notes: those of a file or folder, or the last one published where none is given. */
  checkpoints(given: string | undefined): Promise<readonly string[]>;
}>;

/** Runs a task on the log of this installation, whether the server runs or not. Nothing is recorded. */
export const withLog = async <Result>(task: (log: AuditedLog) => Promise<Result>): Promise<Result> => {
  const settings = readSettings({ TROUSSEAU_LOG_LEVEL: 'error', ...process.env });
  const platform = await openPlatform(settings, [], { background: false });
  const leaves = LeafLog.open(leavesFile(settings.dataFolder));
  const outside = new FolderPublisher(checkpointsFolder(settings.dataFolder));
  try {
    return await task({
      store: platform.events,
      leaves,
      key: noteKeyOf(notarySigner(platform.secrets)),
      platform,
      checkpoints: async (given) => {
        if (given !== undefined) return notesAt(given);
        const latest = await outside.latest();
        return latest === undefined ? [] : [latest.note];
      },
    });
  } finally {
    leaves.close();
    await platform.events.close();
  }
};

/** The notes in a file, or anywhere below a folder, the smallest tree first. Throws Refused when there is none. */
export const notesAt = async (path: string): Promise<readonly string[]> => {
  let notes: readonly string[];
  try {
    const below = (await stat(path)).isDirectory()
      ? (await readdir(path, { recursive: true })).filter((name) => name.endsWith('.note'))
      : [''];
    const texts = await Promise.all(below.map((name) => readFile(join(path, name), 'utf8')));
    notes = texts.flatMap(notesIn);
  } catch {
    throw new Refused('checkpoint-not-readable');
  }
  // Of a note by another hand the verdict speaks; a file without any is not what was meant.
  if (!notes.some((note) => note.includes('\n\n\u2014 '))) throw new Refused('no-checkpoint-inside');
  return notes.toSorted((one, other) => sizeIn(one) - sizeIn(other));
};

/** The second line of a checkpoint, not verified yet. */
const sizeIn = (note: string): number => Number(note.split('\n', 2)[1]);
