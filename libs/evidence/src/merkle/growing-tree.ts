import type { Hash, TreeHashing } from './hash.js';

/**
 * The Merkle tree of a log that only grows, without its leaves: it keeps the roots of its complete subtrees, at most one
 * for each bit of its size, so that a million leaves cost twenty hashes of memory (RFC 6962 section 2.1).
 */
export class GrowingTree {
  /** Roots of the complete subtrees, the largest first. */
  readonly #peaks: Hash[] = [];
  #size = 0;

  constructor(private readonly hashing: TreeHashing) {}

  /** Number of leaves. */
  get size(): number {
    return this.#size;
  }

  /**
   * Appends a leaf hash, or the root of a complete subtree of `leaves` leaves (a power of two).
   * Throws RangeError when the subtree does not fit there: the size must be a multiple of its leaves.
   */
  append(root: Hash, leaves = 1): void {
    if (this.#size % leaves !== 0) throw new RangeError(`no place for ${leaves} leaves at ${this.#size}`);
    let node = root;
    for (let pairs = this.#size / leaves; pairs % 2 === 1; pairs = (pairs - 1) / 2) {
      node = this.hashing.node(this.#peaks.pop()!, node);
    }
    this.#peaks.push(node);
    this.#size += leaves;
  }

  root(): Hash {
    if (this.#size === 0) return this.hashing.empty;
    return this.#peaks.reduceRight((right, left) => this.hashing.node(left, right));
  }

  /** The root with one more, incomplete, subtree at the end: its root stands for fewer leaves than any complete one. */
  rootWith(last: Hash): Hash {
    return this.#peaks.reduceRight((right, left) => this.hashing.node(left, right), last);
  }
}
