/** More hashes are asked for than the processors can compute soon (LOG-08). Nothing was compared. */
export class HasherBusy extends Error {
  override readonly name = 'HasherBusy';
}

/** Slow, salted, one-way hashes of keys. The same key typed in another Unicode normal form is the same key (C4: NFC). */
export abstract class KeyHasher {
  /** A new hash in PHC string format, with a salt of its own. Rejects with HasherBusy. */
  abstract hash(key: string): Promise<string>;

  /** Whether the hash was made of this key, found out in constant time. Rejects with HasherBusy. */
  abstract verify(hash: string, key: string): Promise<boolean>;

  /** Whether the hash was made with less than today's parameters. */
  abstract needsRehash(hash: string): boolean;

  /** Whether one more would be refused now: asked before anything is recorded. */
  abstract isBusy(): boolean;
}
