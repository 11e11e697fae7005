/** A SHA-256 hash: 32 bytes. */
export type Hash = Uint8Array;

/**
 * How a tree hashes (RFC 6962 section 2.1): 0x00 stands before a leaf and 0x01 before a node, so that neither can pass for
 * the other.
 */
export type TreeHashing = Readonly<{
  /** Root of the tree without leaves. */
  empty: Hash;
  leaf(data: Uint8Array): Hash;
  node(left: Hash, right: Hash): Hash;
}>;

export const sameHash = (one: Hash, other: Hash): boolean =>
  one.length === other.length && one.every((byte, index) => byte === other[index]);
