import { timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { SECRETS } from '#platform';
import { digestOf, type Secrets } from '#secrets';
import { KeyHasher } from '../key-hashing/key-hasher.js';
import type { OpenCredential, ProvisionalKey } from './credential.js';
import { provisionalKeyIn } from './provisional-key-text.js';

/** 32 bits: enough to tell which of two keys is meant, and no help to whoever has the hash but not our key. */
const SELECTOR_DIGITS = 8;

/**
 * Tells which provisional key may be meant before its slow hash is computed, so that a sign-in compares one hash whatever
 * is outstanding. A selector is keyed and stands encrypted beside the hash.
 */
@Injectable()
export class ProvisionalKeys {
  constructor(
    @Inject(SECRETS) private readonly secrets: Secrets,
    private readonly hasher: KeyHasher,
  ) {}

  selectorOf(issueId: string, text: string): string {
    const digest = digestOf(this.secrets.identifierDigestKey, 'provisional-key', issueId, text);
    return digest.slice(0, SELECTOR_DIGITS);
  }

  /** Whether this provisional key may be the one that was typed; the hash decides. */
  isMeant({ issueId, selector }: ProvisionalKey, text: string): boolean {
    const given = Buffer.from(this.selectorOf(issueId, text));
    const stored = Buffer.from(selector ?? '');
    return given.length === stored.length && timingSafeEqual(given, stored);
  }

  /** Whether this key was ever mailed since the last key was chosen (KEY-13, ASVS 6.4.1). */
  async hadBeen({ outstanding, redeemed }: OpenCredential, key: string): Promise<boolean> {
    const text = provisionalKeyIn(key);
    if (text === null) return false;
    const meant = [...outstanding, ...(redeemed === null ? [] : [redeemed])].find((one) =>
      this.isMeant(one, text),
    );
    return meant?.hash != null && this.hasher.verify(meant.hash, text);
  }
}
