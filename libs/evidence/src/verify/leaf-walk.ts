import type { LeafLog } from '../leaf-log/leaf-log.js';
import { leafHash } from '../leaf/leaf-hash.js';
import type { Leaf } from '../leaf/leaf.js';
import { GrowingTree } from '../merkle/growing-tree.js';
import { sameHash } from '../merkle/hash.js';
import { sha256Tree } from '../merkle/sha256-tree.js';
import type { TreeHead } from '../merkle/verify-consistency.js';

/** Goes through the leaves once, grows the tree anew from them, and compares it with signed heads on the way. */
export class LeafWalk {
  readonly size: number;
  readonly #tree = new GrowingTree(sha256Tree);
  readonly #leaves: Generator<Leaf>;
  readonly #heads: TreeHead[];
  #next: Leaf | undefined;
  #signed = 0;
  #wrong: TreeHead | undefined;

  constructor(leaves: LeafLog, heads: readonly TreeHead[]) {
    this.size = leaves.size;
    this.#leaves = leaves.leaves();
    this.#heads = heads.toSorted((one, other) => one.size - other.size);
    this.#advance();
  }

  /** The leaf that comes next; undefined at the end. */
  get next(): Leaf | undefined {
    return this.#next;
  }

  /** Its place in the log. */
  get index(): number {
    return this.#tree.size;
  }

  /** Size of the largest head that the leaves agree with. */
  get signed(): number {
    return this.#signed;
  }

  /** The smallest head that the leaves contradict. */
  get wrong(): TreeHead | undefined {
    return this.#wrong;
  }

  /** Goes past the next leaf. */
  pass(): void {
    if (this.#next === undefined) return;
    this.#tree.append(leafHash(this.#next));
    this.#advance();
  }

  #advance(): void {
    this.#compare();
    const next = this.index < this.size ? this.#leaves.next() : undefined;
    this.#next = next === undefined || next.done === true ? undefined : next.value;
  }

  #compare(): void {
    while (this.#heads[0]?.size === this.index) {
      const head = this.#heads.shift()!;
      if (sameHash(this.#tree.root(), head.root)) this.#signed = head.size;
      else this.#wrong ??= head;
    }
  }
}
