import { canonicalJson } from '#aggregate-store';
import type { JsonValue, RecordedEvent } from '#event-store';
import { isDataKey } from '../leaf/category.js';
import { leafHash } from '../leaf/leaf-hash.js';
import type { Leaf } from '../leaf/leaf.js';
import type { Hash } from '../merkle/hash.js';

export const FORMAT = 'trousseau-evidence/1';

const hex = (bytes: Hash) => Buffer.from(bytes).toString('hex');
const line = (value: JsonValue) => `${canonicalJson(value)}\n`;

/** The first line: what this is, and the checkpoint it is made at. `kind` is `whole` or `streams`. */
export const headerLine = (kind: 'whole' | 'streams', checkpoint: string, exportedAt: string): string =>
  line({ format: FORMAT, kind, checkpoint, exportedAt });

/**
 * One place of the log: its event, or what the leaf keeps of one that left. A data key is withheld in any case: an export
 * that held it would undo every later erasure (GDP-03).
 */
export const entryLine = (
  index: number,
  leaf: Leaf,
  event: RecordedEvent | undefined,
  proof?: readonly Hash[],
): string => {
  const place = { index, position: leaf.position, leaf: hex(leafHash(leaf)) };
  const proved = proof === undefined ? place : { ...place, proof: proof.map(hex) };
  if (event === undefined || isDataKey(leaf.category)) {
    const { category, at, eventHash } = leaf;
    return line({ ...proved, absent: { category, at, hash: eventHash } });
  }
  const { stream, revision, id, type, data, metadata } = event;
  return line({ ...proved, event: { stream, revision, id, type, data, metadata } });
};

/** A checkpoint over everything before it. */
export const checkpointLine = (note: string): string => line({ checkpoint: note });

/** The last line: how many stand before it, and their SHA-256 in hex. */
export const endLine = (lines: number, sha256: string): string => line({ end: { lines, sha256 } });
