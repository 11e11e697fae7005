import * as library from '@node-rs/argon2';
import { Argon2KeyHasher } from '../argon2-key-hasher.adapter.js';
import { KeyHasher } from '../key-hasher.js';

const cheap = (passes: number) =>
  new Argon2KeyHasher({ parameters: { memory: 16, passes, lanes: 1 }, argon2: library, mostWaiting: 10_000 });

/** A hasher as cheap as argon2id gets, for specs; it counts what it is asked for, and can be made busy. */
export class CountingKeyHasher extends KeyHasher {
  hashes = 0;
  verifications = 0;
  busy = false;
  private hasher = cheap(1);

  /** From now on hashes cost more, and those of before are weak. */
  raise(): void {
    this.hasher = cheap(2);
  }

  hash(key: string): Promise<string> {
    this.hashes += 1;
    return this.hasher.hash(key);
  }

  verify(hash: string, key: string): Promise<boolean> {
    this.verifications += 1;
    return this.hasher.verify(hash, key);
  }

  needsRehash(hash: string): boolean {
    return this.hasher.needsRehash(hash);
  }

  isBusy(): boolean {
    return this.busy || this.hasher.isBusy();
  }
}
