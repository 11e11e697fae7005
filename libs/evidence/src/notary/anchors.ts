import { openCheckpoint } from '../checkpoint/open-checkpoint.js';
import { sameHash } from '../merkle/hash.js';
import type { TreeHead } from '../merkle/verify-consistency.js';
import type { NoteKey } from '../note/note-key.js';

/** Why a notary signs nothing any more. Somebody has to look; see `docs/explanation/evidence.md`. */
export type Refusal = 'signed-by-another-key' | 'contradicts-a-checkpoint';

/** What the log is already bound to by what was signed before: the largest tree, or why it cannot be continued. */
export type Anchor =
  | Readonly<{ kind: 'none' }>
  | Readonly<{ kind: 'head'; head: TreeHead }>
  | Readonly<{ kind: 'refused'; refusal: Refusal }>;

/** Judges the notes found inside and outside the store. */
export const anchorOf = (notes: readonly string[], key: NoteKey): Anchor => {
  const heads = notes.map((note) => openCheckpoint(note, key));
  if (!heads.every((head) => head !== undefined))
    return { kind: 'refused', refusal: 'signed-by-another-key' };
  const largest = heads.toSorted((one, other) => one.size - other.size).at(-1);
  if (largest === undefined) return { kind: 'none' };
  const agree = heads.every(({ size, root }) => size !== largest.size || sameHash(root, largest.root));
  return agree ? { kind: 'head', head: largest } : { kind: 'refused', refusal: 'contradicts-a-checkpoint' };
};
