import { leafHash } from '../leaf/leaf-hash.js';
import type { Leaf } from '../leaf/leaf.js';
import { GrowingTree } from '../merkle/growing-tree.js';
import type { Hash } from '../merkle/hash.js';
import { sha256Tree } from '../merkle/sha256-tree.js';
import { rangeRoot, type Subtrees } from '../merkle/subtrees.js';
import { GROUP, leafHashes } from './group.js';
import { LeafFile } from './leaf-file.js';
import { LogSubtrees } from './log-subtrees.js';
import { positionIn, readRecord, RECORD, writeRecord } from './record.js';

const GROUPS_A_READ = 64;

/**
 * The leaves of the whole store, kept for ever, and the Merkle tree over them. It only grows; several processes may
 * append to one file, and each leaf is recorded once.
 */
export class LeafLog {
  #categories: string[] = [];
  /** The full groups. */
  #tree = new GrowingTree(sha256Tree);
  /** The group that is not full yet. */
  #tail: Buffer = Buffer.alloc(0);
  #tailTree = new GrowingTree(sha256Tree);
  #lastPosition = -1;

  private constructor(private readonly file: LeafFile) {
    this.refresh();
  }

  /** Opens the file, made if need be; `:memory:` for a log that is not kept. */
  static open(file: string): LeafLog {
    return new LeafLog(new LeafFile(file));
  }

  /** Number of leaves. */
  get size(): number {
    return this.#tree.size + this.#tailTree.size;
  }

  /** Position of the last leaf's event, -1 without any. */
  get lastPosition(): number {
    return this.#lastPosition;
  }

  /** Categories, each at the index of its code. */
  get categories(): readonly string[] {
    return this.#categories;
  }

  /** Root of all leaves. */
  root(): Hash {
    return this.#tailTree.size === 0 ? this.#tree.root() : this.#tree.rootWith(this.#tailTree.root());
  }

  /** Root of the first `size` leaves. */
  rootAt(size: number): Hash {
    return size === this.size ? this.root() : rangeRoot(this.subtrees(), 0, size);
  }

  /** The tree as it is now, to make proofs from. */
  subtrees(): Subtrees {
    return new LogSubtrees(this.file, sha256Tree);
  }

  /** Records leaves in the order of their positions; what stands there already is passed over. Durable when it returns. */
  append(leaves: readonly Leaf[]): void {
    this.file.inTransaction(() => {
      this.refresh();
      const fresh: Leaf[] = [];
      for (const leaf of leaves) {
        if (leaf.position > (fresh.at(-1)?.position ?? this.#lastPosition)) fresh.push(leaf);
      }
      for (let at = 0; at < fresh.length;) {
        const room = GROUP - this.#tailTree.size;
        this.#extend(fresh.slice(at, at + room));
        at += room;
      }
    });
  }

  /** The leaf at an index; undefined beyond the end. */
  leaf(index: number): Leaf | undefined {
    const [leaf] = this.leaves(index);
    return leaf;
  }

  /** The leaves from an index on, in order; groups are read as they are needed. */
  *leaves(from = 0): Generator<Leaf> {
    let skip = (from % GROUP) * RECORD;
    for (const { records } of this.#groups(Math.floor(from / GROUP))) {
      for (let at = skip; at < records.length; at += RECORD) yield readRecord(records, at, this.#categories);
      skip = 0;
    }
  }

  /** The first `size` leaves as they stand in the file, many groups at a time. */
  *records(size: number): Generator<Buffer> {
    for (let number = 0; number * GROUP < size; number += GROUPS_A_READ) {
      const rows = this.file.groups(number, GROUPS_A_READ);
      yield Buffer.concat(rows.map(({ records }) => records)).subarray(0, (size - number * GROUP) * RECORD);
    }
  }

  /** Index of the leaf whose event stands at this position; undefined when there is none. */
  indexAt(position: number): number | undefined {
    const number = this.file.groupAt(position);
    const [row] = number === undefined ? [] : this.file.groups(number, 1);
    if (row === undefined) return undefined;
    for (let at = 0; at < row.records.length; at += RECORD) {
      if (positionIn(row.records, at) === position) return row.number * GROUP + at / RECORD;
    }
    return undefined;
  }

  /** Index of the first leaf with this event hash (hex); undefined when there is none. Looks through the whole log. */
  indexOf(eventHash: string): number | undefined {
    const wanted = Buffer.from(eventHash, 'hex');
    for (const { number, records } of this.#groups(0)) {
      for (let at = records.indexOf(wanted); at >= 0; at = records.indexOf(wanted, at + 1)) {
        if (at % RECORD === 0) return number * GROUP + at / RECORD;
      }
    }
    return undefined;
  }

  /** Takes in what another process appended, and forgets what was not committed. */
  refresh(): void {
    const last = this.file.last();
    const records = last?.records ?? Buffer.alloc(0);
    if ((last?.number ?? 0) * GROUP + records.length / RECORD === this.size) return;
    this.#categories = this.file.categories();
    this.#tree = new GrowingTree(sha256Tree);
    for (const root of this.file.roots(0)) this.#tree.append(root, GROUP);
    this.#startTail(last?.root === null ? records : Buffer.alloc(0));
    this.#lastPosition = last === undefined ? -1 : positionIn(records, records.length - RECORD);
  }

  close(): void {
    this.file.close();
  }

  #extend(leaves: readonly Leaf[]): void {
    const number = this.#tree.size / GROUP;
    const records = leaves.map((leaf) => writeRecord(leaf, this.#code(leaf.category)));
    for (const leaf of leaves) this.#tailTree.append(leafHash(leaf));
    this.#tail = Buffer.concat([this.#tail, ...records]);
    this.#lastPosition = leaves.at(-1)?.position ?? this.#lastPosition;
    const root = this.#tailTree.size === GROUP ? Buffer.from(this.#tailTree.root()) : null;
    this.file.putGroup({ number, records: this.#tail, root }, positionIn(this.#tail, 0));
    if (root === null) return;
    this.#tree.append(root, GROUP);
    this.#startTail(Buffer.alloc(0));
  }

  #startTail(records: Buffer): void {
    this.#tail = records;
    this.#tailTree = new GrowingTree(sha256Tree);
    for (const hash of leafHashes(records, this.#categories)) this.#tailTree.append(hash);
  }

  #code(category: string): number {
    const known = this.#categories.indexOf(category);
    if (known >= 0) return known;
    this.file.putCategory(this.#categories.length, category);
    return this.#categories.push(category) - 1;
  }

  *#groups(from: number) {
    for (let number = from; ; number += GROUPS_A_READ) {
      const rows = this.file.groups(number, GROUPS_A_READ);
      yield* rows;
      if (rows.length < GROUPS_A_READ) return;
    }
  }
}
