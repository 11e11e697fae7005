import { verifyEd25519 } from './ed25519.js';
import { parseNote } from './note.js';
import { keyIdOf, type NoteKey } from './note-key.js';

/**
 * The text of a note, if this key signed it; undefined otherwise. Signatures of others are passed over, a wrong one
 * that bears this key's name and id refuses the note.
 */
export const openNote = (note: string, key: NoteKey): string | undefined => {
  const parsed = parseNote(note);
  const id = keyIdOf(key);
  const ours = parsed?.signatures.filter(({ name, keyId }) => name === key.name && id.equals(keyId)) ?? [];
  const areRight = ours.every(({ signature }) => verifyEd25519(key.publicKey, parsed!.text, signature));
  return ours.length > 0 && areRight ? parsed!.text : undefined;
};
