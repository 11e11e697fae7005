import { timingSafeEqual } from 'node:crypto';
import { domainToASCII } from 'node:url';
import { Inject, Injectable } from '@nestjs/common';
import { SECRETS } from '#platform';
import { digestOf, type Secrets } from '#secrets';
import { comparableEmail } from './comparable-email.js';
import type { Addresses } from './email-change.js';
import { parseEmail } from './parse-email.js';

/** Compares typed addresses with stored ones over digests of one length, always as many, in constant time (KEY-14). */
@Injectable()
export class AddressDigests {
  constructor(@Inject(SECRETS) private readonly secrets: Secrets) {}

  matches(typed: string, { first, second }: Addresses): boolean {
    const given = this.digest(parseEmail(typed, domainToASCII), 'typed');
    const isFirst = timingSafeEqual(given, this.digest(first, 'stored'));
    const isSecond = timingSafeEqual(given, this.digest(second, 'stored'));
    return isFirst || isSecond;
  }

  /** An absent address has a digest too, another one on each side: nothing typed ever equals it. */
  private digest(email: string | null, side: 'typed' | 'stored'): Buffer {
    const parts = email === null ? ['no-reference-email', side] : ['reference-email', comparableEmail(email)];
    return Buffer.from(digestOf(this.secrets.identifierDigestKey, ...parts), 'hex');
  }
}
