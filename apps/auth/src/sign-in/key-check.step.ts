import { Injectable } from '@nestjs/common';
import { AggregateStore } from '#aggregate-store';
import { credential, type OpenCredential } from '../credential/credential.js';
import { ProvisionalKeys } from '../credential/provisional-keys.adapter.js';
import type { Found } from '../directory/directory.adapter.js';
import { KeyHasher } from '../key-hashing/key-hasher.js';
import { Decoy } from './decoy.adapter.js';
import { whatToCompare } from './what-to-compare.js';

/** What the typed key opens, if anything. */
export type Opens = Readonly<
  | { kind: 'nothing' }
  | { kind: 'chosen'; state: OpenCredential; hash: string }
  | { kind: 'provisional'; state: OpenCredential; issueId: string }
>;

type Typed = Readonly<{ key: string; provisional: string | null; chosenToo: boolean; at: string }>;

/** Compares a typed key with exactly one hash, whoever it is said to belong to (LOG-02). */
@Injectable()
export class KeyCheck {
  constructor(
    private readonly aggregates: AggregateStore,
    private readonly hasher: KeyHasher,
    private readonly provisionalKeys: ProvisionalKeys,
    private readonly decoy: Decoy,
  ) {}

  /** Rejects with HasherBusy, having compared nothing. */
  async check(found: Found, { key, provisional, chosenToo, at }: Typed): Promise<Opens> {
    // For an unknown identifier this reads somebody else's credential, so that it takes as long; what it says is dropped.
    const { state } = await this.aggregates.load(credential, found.userId);
    const compared = whatToCompare(state, {
      at,
      chosenToo,
      isMeant: (one) => provisional !== null && this.provisionalKeys.isMeant(one, provisional),
    });
    if (!found.known || state.kind === 'none' || compared.kind === 'decoy') {
      await this.hasher.verify(this.decoy.hash, key);
      return { kind: 'nothing' };
    }
    if (compared.kind === 'provisional') {
      const right = await this.hasher.verify(compared.hash, provisional ?? key);
      return right ? { kind: 'provisional', state, issueId: compared.issueId } : { kind: 'nothing' };
    }
    const right = await this.hasher.verify(compared.hash, key);
    return right ? { kind: 'chosen', state, hash: compared.hash } : { kind: 'nothing' };
  }
}
