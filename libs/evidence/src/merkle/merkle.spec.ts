import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { consistencyProof } from './consistency-proof.js';
import { GrowingTree } from './growing-tree.js';
import type { Hash } from './hash.js';
import { inclusionProof } from './inclusion-proof.js';
import { referenceLeaves, referenceProofs, referenceRoots } from './reference.vectors.js';
import { sha256Tree } from './sha256-tree.js';
import { rangeRoot, type Subtrees } from './subtrees.js';
import { verifyConsistency, type TreeHead } from './verify-consistency.js';
import { verifyInclusion } from './verify-inclusion.js';

const hex = (hashes: readonly Hash[]) => hashes.map((hash) => Buffer.from(hash).toString('hex'));
const unhex = (text: string) => Buffer.from(text, 'hex');

/** The definition of RFC 6962 section 2.1, word for word and slow. */
const rootOf = (leaves: readonly Hash[]): Hash => {
  if (leaves.length === 0) return sha256Tree.empty;
  if (leaves.length === 1) return leaves[0]!;
  let k = 1;
  while (k * 2 < leaves.length) k *= 2;
  return sha256Tree.node(rootOf(leaves.slice(0, k)), rootOf(leaves.slice(k)));
};

const subtreesOf = (leaves: readonly Hash[]): Subtrees => ({
  hashing: sha256Tree,
  complete: (level, index) => rootOf(leaves.slice(index * 2 ** level, (index + 1) * 2 ** level)),
});

const someLeaves = (count: number) =>
  Array.from({ length: count }, (_, index) => sha256Tree.leaf(Buffer.from(`leaf ${index}`)));

describe('the Merkle tree against the published vectors of Certificate Transparency', () => {
  const leaves = referenceLeaves.map((data) => sha256Tree.leaf(unhex(data)));

  it.each(referenceRoots.map((root, size) => ({ size, root })))(
    'has root $root with $size leaves',
    (vector) => {
      const tree = new GrowingTree(sha256Tree);
      for (const leaf of leaves.slice(0, vector.size)) tree.append(leaf);
      expect(hex([tree.root()])).toEqual([vector.root]);
      expect(hex([rangeRoot(subtreesOf(leaves), 0, vector.size)])).toEqual([vector.root]);
    },
  );

  it.each(referenceProofs.inclusion)('proves leaf $index among $size', ({ index, size, proof }) => {
    expect(hex(inclusionProof(subtreesOf(leaves), index, size))).toEqual(proof);
    const claim = { leaf: leaves[index]!, index, size, root: unhex(referenceRoots[size]!) };
    expect(verifyInclusion(sha256Tree, claim, proof.map(unhex))).toBe(true);
  });

  it.each(referenceProofs.consistency)(
    'proves that $later continues $earlier',
    ({ earlier, later, proof }) => {
      expect(hex(consistencyProof(subtreesOf(leaves), earlier, later))).toEqual(proof);
      const head = (size: number) => ({ size, root: unhex(referenceRoots[size]!) });
      expect(verifyConsistency(sha256Tree, head(earlier), head(later), proof.map(unhex))).toBe(true);
    },
  );
});

describe('the Merkle tree at every size up to 40', () => {
  const leaves = someLeaves(40);
  const subtrees = subtreesOf(leaves);
  const roots = Array.from({ length: 41 }, (_, size) => rootOf(leaves.slice(0, size)));
  const flipped = (hash: Hash) => Uint8Array.from(hash, (byte, index) => (index === 7 ? byte ^ 4 : byte));

  it('grows to the root of the definition, leaf by leaf or by complete subtrees', () => {
    const tree = new GrowingTree(sha256Tree);
    const bySubtrees = new GrowingTree(sha256Tree);
    for (const [index, leaf] of leaves.entries()) {
      tree.append(leaf);
      expect(tree.root()).toEqual(roots[index + 1]);
      if (index % 8 === 7) {
        bySubtrees.append(rangeRoot(subtrees, index - 7, index + 1), 8);
        expect(bySubtrees.root()).toEqual(roots[index + 1]);
      }
    }
    expect(() => tree.append(leaves[0]!, 16)).toThrow('no place for 16 leaves at 40');
  });

  it('stands under the root it has with an incomplete subtree at its end', () => {
    const tree = new GrowingTree(sha256Tree);
    const withFiveMore = [8, 16, 24, 32].map((size) => {
      tree.append(rangeRoot(subtrees, size - 8, size), 8);
      return tree.rootWith(rangeRoot(subtrees, size, size + 5));
    });
    expect(withFiveMore).toEqual([13, 21, 29, 37].map((size) => roots[size]));
  });

  it('proves every leaf, and proves it of no other index, size, leaf or root', () => {
    for (let size = 1; size <= 40; size += 1) {
      for (let index = 0; index < size; index += 1) {
        const proof = inclusionProof(subtrees, index, size);
        const claim = { leaf: leaves[index]!, index, size, root: roots[size]! };
        const holds = (changed: Partial<typeof claim>, path = proof) =>
          verifyInclusion(sha256Tree, { ...claim, ...changed }, path);
        expect(holds({})).toBe(true);
        expect(holds({ index: index + 1 })).toBe(false);
        expect(holds({ index: index - 1 })).toBe(false);
        expect(holds({ leaf: flipped(claim.leaf) })).toBe(false);
        expect(holds({ root: flipped(claim.root) })).toBe(false);
        expect(holds({}, [...proof, roots[1]!])).toBe(false);
        if (size > 1) expect(holds({}, proof.slice(1))).toBe(false);
        if (size > 1) expect(holds({}, proof.with(0, flipped(proof[0]!)))).toBe(false);
      }
    }
  });

  it('proves every continuation, and none of another root or with another proof', () => {
    for (let later = 1; later <= 40; later += 1) {
      for (let earlier = 1; earlier <= later; earlier += 1) {
        const proof = consistencyProof(subtrees, earlier, later);
        const holds = (path = proof, before = roots[earlier]!, after = roots[later]!) =>
          verifyConsistency(sha256Tree, { size: earlier, root: before }, { size: later, root: after }, path);
        expect(holds()).toBe(true);
        expect(holds(proof, flipped(roots[earlier]!))).toBe(false);
        expect(holds(proof, roots[earlier]!, flipped(roots[later]!))).toBe(false);
        expect(holds([...proof, roots[1]!])).toBe(false);
        if (proof.length > 0) expect(holds(proof.slice(1))).toBe(false);
        if (proof.length > 0) expect(holds(proof.with(0, flipped(proof[0]!)))).toBe(false);
      }
    }
  });

  it('continues the empty log without proof, and no log that was longer (EVT-12)', () => {
    const holds = (before: TreeHead, after: TreeHead, proof: readonly Hash[] = []) =>
      verifyConsistency(sha256Tree, before, after, proof);
    const [none, five, six] = [0, 5, 6].map((size) => ({ size, root: roots[size]! }));
    expect(holds(none!, five!)).toBe(true);
    expect(holds(none!, five!, [roots[1]!])).toBe(false);
    expect(holds({ ...none!, root: roots[1]! }, five!)).toBe(false);
    expect(holds(six!, five!)).toBe(false);
    expect(holds(six!, { ...six!, size: 5 })).toBe(false);
    expect(holds({ ...five!, size: 8 }, five!)).toBe(false);
    // A root of no bytes begins like any other.
    expect(holds({ ...five!, root: new Uint8Array() }, five!)).toBe(false);
  });

  it('refuses to prove what is not there', () => {
    // By their words: a recursion without end is a RangeError too.
    expect(() => inclusionProof(subtrees, 40, 40)).toThrow('leaf 40 is not among 40');
    expect(() => inclusionProof(subtrees, -1, 40)).toThrow('leaf -1 is not among 40');
    for (const earlier of [-1, 0, 41])
      expect(() => consistencyProof(subtrees, earlier, 40)).toThrow(
        `${earlier} leaves are not the beginning of 40`,
      );
  });

  it('accepts no random proof', () => {
    const hash = fc.uint8Array({ minLength: 32, maxLength: 32 });
    fc.assert(
      fc.property(fc.nat(39), fc.array(hash, { maxLength: 8 }), (index, proof) => {
        const claim = { leaf: leaves[index]!, index, size: 40, root: roots[40]! };
        expect(verifyInclusion(sha256Tree, claim, proof)).toBe(false);
      }),
    );
  });
});

describe('a tree of a million leaves', () => {
  it('keeps exact arithmetic beyond 32 bits', () => {
    const one = sha256Tree.leaf(Buffer.from('one'));
    const [size, index] = [2 ** 40 + 1, 2 ** 40];
    const left = sha256Tree.leaf(Buffer.from('everything before'));
    const claim = { leaf: one, index, size, root: sha256Tree.node(left, one) };
    expect(verifyInclusion(sha256Tree, claim, [left])).toBe(true);
    expect(verifyInclusion(sha256Tree, { ...claim, index: index - 1 }, [left])).toBe(false);
    const tree = new GrowingTree(sha256Tree);
    tree.append(left, 2 ** 40);
    tree.append(one);
    expect(tree.root()).toEqual(claim.root);
  });
});
