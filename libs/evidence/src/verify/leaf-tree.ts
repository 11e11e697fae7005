import { GROUP, leafHashes } from '../leaf-log/group.js';
import { RECORD } from '../leaf-log/record.js';
import { GrowingTree } from '../merkle/growing-tree.js';
import { type Hash, sameHash } from '../merkle/hash.js';
import { sha256Tree } from '../merkle/sha256-tree.js';
import type { TreeHead } from '../merkle/verify-consistency.js';
import type { GroupRoots } from './group-roots.js';

/** What the leaves say to the heads: the size of the largest they agree with, and the smallest they contradict. */
export type Compared = Readonly<{ signed: number; wrong: TreeHead | undefined }>;

const BYTES = GROUP * RECORD;
/** So many leaves may wait to be hashed: 12 MB. */
const MOST_WAITING = 250_000;

/** Grows the tree anew from the leaves of a log, and compares it with signed heads on the way. */
export class LeafTree {
  readonly #tree = new GrowingTree(sha256Tree);
  readonly #heads: TreeHead[];
  #compared: Compared = { signed: 0, wrong: undefined };
  #waiting = 0;
  #grown: Promise<void> = Promise.resolve();

  constructor(
    private readonly roots: GroupRoots,
    private readonly categories: readonly string[],
    heads: readonly TreeHead[],
  ) {
    this.#heads = heads.toSorted((one, other) => one.size - other.size);
    this.#compare();
  }

  /** Takes the next leaves: whole groups, and at the end what is left. */
  take(records: Buffer): void {
    const asked = this.roots.rootsOf(records);
    this.#waiting += records.length / RECORD;
    this.#grown = this.#grown.then(async () => {
      const roots = await asked;
      for (let group = 0; group * BYTES < records.length; group += 1)
        this.#growBy(records.subarray(group * BYTES, (group + 1) * BYTES), roots[group]);
      this.#waiting -= records.length / RECORD;
    });
    // Whoever waits for the end hears of it.
    this.#grown.catch(() => undefined);
  }

  /** Resolves at once unless too much was taken that is not hashed yet. */
  room(): Promise<void> | undefined {
    return this.#waiting < MOST_WAITING ? undefined : this.#grown;
  }

  /** What came of the comparison, once everything that was taken is hashed. */
  async end(): Promise<Compared> {
    await this.#grown;
    return this.#compared;
  }

  /** By a whole group at once, unless a head ends within it. */
  #growBy(records: Buffer, root: Hash | undefined): void {
    const head = this.#heads[0]?.size ?? Infinity;
    if (root !== undefined && head >= this.#tree.size + GROUP) this.#grow(root, GROUP);
    else for (const hash of leafHashes(records, this.categories)) this.#grow(hash, 1);
  }

  #grow(root: Hash, leaves: number): void {
    this.#tree.append(root, leaves);
    this.#compare();
  }

  #compare(): void {
    while (this.#heads[0]?.size === this.#tree.size) {
      const head = this.#heads.shift()!;
      const { signed, wrong } = this.#compared;
      this.#compared = sameHash(this.#tree.root(), head.root)
        ? { signed: head.size, wrong }
        : { signed, wrong: wrong ?? head };
    }
  }
}
