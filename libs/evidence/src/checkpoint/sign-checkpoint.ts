import type { TreeHead } from '../merkle/verify-consistency.js';
import { type NoteSigner, signNote } from '../note/sign-note.js';
import { formatCheckpoint } from './checkpoint.js';

/** The signed note of a tree; its origin is the signer's name. The same tree and key always give the same note. */
export const signCheckpoint = ({ size, root }: TreeHead, signer: NoteSigner): string =>
  signNote(formatCheckpoint({ origin: signer.name, size, root }), signer);
