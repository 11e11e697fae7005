import type { KeyObject } from 'node:crypto';
import { rawPublicKey, signEd25519 } from './ed25519.js';
import { formatNote } from './note.js';
import { isKeyName, keyIdOf, type NoteKey } from './note-key.js';

/** Who can sign: a name and an Ed25519 private key. */
export type NoteSigner = Readonly<{ name: string; privateKey: KeyObject }>;

/** The public half of a signer. Throws TypeError on a name that no signature line can carry. */
export const noteKeyOf = ({ name, privateKey }: NoteSigner): NoteKey => {
  if (!isKeyName(name)) throw new TypeError('the name of a key has no space, no plus, and is not empty');
  return { name, publicKey: rawPublicKey(privateKey) };
};

/** A note with one signature. The text must end in a newline. The same text and key always give the same note. */
export const signNote = (text: string, signer: NoteSigner): string => {
  const key = noteKeyOf(signer);
  const signature = signEd25519(signer.privateKey, text);
  return formatNote({ text, signatures: [{ name: key.name, keyId: keyIdOf(key), signature }] });
};
