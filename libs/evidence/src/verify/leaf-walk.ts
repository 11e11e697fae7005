import type { LeafLog } from '../leaf-log/leaf-log.js';
import { readRecord, RECORD } from '../leaf-log/record.js';
import type { Leaf } from '../leaf/leaf.js';
import type { TreeHead } from '../merkle/verify-consistency.js';
import { rootsHere, rootsInAThread } from './group-roots.js';
import { type Compared, LeafTree } from './leaf-tree.js';

/** A thread of its own is worth its start from so many leaves on. */
const MANY = 20_000;

/** Goes through the leaves once, and has the tree over them compared with signed heads. */
export class LeafWalk {
  readonly size: number;
  readonly #categories: readonly string[];
  readonly #stretches: Generator<Buffer>;
  readonly #roots;
  readonly #tree: LeafTree;
  #records: Buffer = Buffer.alloc(0);
  /** Where in them the leaf after the next begins. */
  #at = 0;
  #index = 0;
  #next: Leaf | undefined;

  constructor(leaves: LeafLog, heads: readonly TreeHead[]) {
    this.size = leaves.size;
    this.#categories = leaves.categories;
    this.#stretches = leaves.records(this.size);
    this.#roots = (this.size < MANY ? rootsHere : rootsInAThread)(this.#categories);
    this.#tree = new LeafTree(this.#roots, this.#categories, heads);
    this.#advance();
  }

  /** The leaf that comes next; undefined at the end. */
  get next(): Leaf | undefined {
    return this.#next;
  }

  /** Its place in the log. */
  get index(): number {
    return this.#index;
  }

  /** Goes past the next leaf. */
  pass(): void {
    if (this.#next === undefined) return;
    this.#index += 1;
    this.#advance();
  }

  /** Resolves when the tree is not far behind. */
  room(): Promise<void> | undefined {
    return this.#tree.room();
  }

  /** What all the leaves that were passed say to the heads. */
  compared(): Promise<Compared> {
    return this.#tree.end();
  }

  end(): void {
    this.#roots.end();
  }

  #advance(): void {
    if (this.#at >= this.#records.length) this.#nextRecords();
    this.#next =
      this.#records.length === 0 ? undefined : readRecord(this.#records, this.#at, this.#categories);
    this.#at += RECORD;
  }

  #nextRecords(): void {
    const stretch = this.#stretches.next();
    this.#records = stretch.done === true ? Buffer.alloc(0) : stretch.value;
    this.#at = 0;
    if (this.#records.length > 0) this.#tree.take(this.#records);
  }
}
