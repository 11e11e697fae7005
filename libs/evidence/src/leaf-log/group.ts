import { leafHash } from '../leaf/leaf-hash.js';
import type { Hash, TreeHashing } from '../merkle/hash.js';
import { readRecord, RECORD } from './record.js';

/** Leaves in a group: a complete subtree of this height. */
export const GROUP_LEVEL = 8;
export const GROUP = 2 ** GROUP_LEVEL;

/** The leaf hashes of a group's records. */
export const leafHashes = (records: Buffer, categories: readonly string[]): readonly Hash[] =>
  Array.from({ length: records.length / RECORD }, (_, index) =>
    leafHash(readRecord(records, index * RECORD, categories)),
  );

/** Every level of complete subtrees over these hashes, the hashes themselves first. */
export const levelsOver = (hashes: readonly Hash[], hashing: TreeHashing): readonly (readonly Hash[])[] => {
  const levels = [hashes];
  for (let below = hashes; below.length > 1;) {
    const pairs = Math.floor(below.length / 2);
    below = Array.from({ length: pairs }, (_, pair) => hashing.node(below[pair * 2]!, below[pair * 2 + 1]!));
    levels.push(below);
  }
  return levels;
};
