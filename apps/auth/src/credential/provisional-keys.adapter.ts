import { timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { SECRETS } from '#platform';
import { digestOf, type Secrets } from '#secrets';
import type { OpenCredential, ProvisionalKey } from './credential.js';
import { provisionalKeyIn } from './provisional-key-text.js';

/** 32 bits: enough to tell which of two keys is meant, and no help to whoever has the hash but not our key. */
const SELECTOR_DIGITS = 8;

/**
 * Tells which provisional key may be meant before its slow hash is computed, so that a sign-in compares one hash whatever
 * is outstanding. A selector is keyed: the log has it in clear, and tells nothing by it.
 */
@Injectable()
export class ProvisionalKeys {
  constructor(@Inject(SECRETS) private readonly secrets: Secrets) {}

  selectorOf(issueId: string, text: string): string {
    const digest = digestOf(this.secrets.identifierDigestKey, 'provisional-key', issueId, text);
    return digest.slice(0, SELECTOR_DIGITS);
  }

  /** Whether this provisional key may be the one that was typed; where it is to open something, the hash decides. */
  isMeant({ issueId, selector }: Pick<ProvisionalKey, 'issueId' | 'selector'>, text: string): boolean {
    const given = Buffer.from(this.selectorOf(issueId, text));
    const stored = Buffer.from(selector ?? '');
    return given.length === stored.length && timingSafeEqual(given, stored);
  }

  /**
   * Whether this key waits in a mailbox: one that was issued, whatever became of it (KEY-13, ASVS 6.4.1). Selectors say so alone, at the
   * cost of no slow hash however many there were; a stranger key that is refused for another's selector is one in four thousand million.
   */
  hadBeen({ issued }: OpenCredential, key: string): boolean {
    const text = provisionalKeyIn(key);
    return text !== null && issued.some((one) => this.isMeant(one, text));
  }
}
