import type { Hash, TreeHashing } from '../merkle/hash.js';
import type { Subtrees } from '../merkle/subtrees.js';
import { GROUP_LEVEL, leafHashes, levelsOver } from './group.js';
import type { LeafFile } from './leaf-file.js';

type Levels = readonly (readonly Hash[])[];

const MOST_GROUPS = 64;

/** The subtrees of a leaf file: above the groups kept in memory (0.25 bytes a leaf), inside a group hashed when asked. */
export class LogSubtrees implements Subtrees {
  readonly #groups = new Map<number, Levels>();
  readonly #above: Levels;
  readonly #categories: readonly string[];

  constructor(
    private readonly file: LeafFile,
    readonly hashing: TreeHashing,
  ) {
    this.#above = levelsOver(file.roots(0), hashing);
    this.#categories = file.categories();
  }

  complete(level: number, index: number): Hash {
    const hash =
      level >= GROUP_LEVEL
        ? this.#above[level - GROUP_LEVEL]?.[index]
        : this.#inGroup(level, index, 2 ** (GROUP_LEVEL - level));
    if (hash === undefined) throw new RangeError(`the log has no subtree ${index} of level ${level}`);
    return hash;
  }

  #inGroup(level: number, index: number, perGroup: number): Hash | undefined {
    return this.#levels(Math.floor(index / perGroup))[level]?.[index % perGroup];
  }

  #levels(number: number): Levels {
    const known = this.#groups.get(number);
    if (known) return known;
    const [row] = this.file.groups(number, 1);
    const levels =
      row?.number === number ? levelsOver(leafHashes(row.records, this.#categories), this.hashing) : [];
    if (this.#groups.size >= MOST_GROUPS) this.#groups.clear();
    this.#groups.set(number, levels);
    return levels;
  }
}
