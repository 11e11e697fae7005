import type { NoteKey } from '../note/note-key.js';
import { openNote } from '../note/open-note.js';
import { type Checkpoint, parseCheckpoint } from './checkpoint.js';

/** The checkpoint in a note that this key signed about its own log; undefined otherwise. */
export const openCheckpoint = (note: string, key: NoteKey): Checkpoint | undefined => {
  const text = openNote(note, key);
  const checkpoint = text === undefined ? undefined : parseCheckpoint(text);
  return checkpoint?.origin === key.name ? checkpoint : undefined;
};
