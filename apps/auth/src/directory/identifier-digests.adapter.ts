import { Inject, Injectable } from '@nestjs/common';
import { normaliseIdentifier } from '#contracts';
import { SECRETS } from '#platform';
import { digestOf, type Secrets } from '#secrets';

/** Keyed digests of identifiers: what people type is never stored, they type keys there too (LOG-10). */
@Injectable()
export class IdentifierDigests {
  constructor(@Inject(SECRETS) private readonly secrets: Secrets) {}

  of(typed: string): string {
    return digestOf(this.secrets.identifierDigestKey, 'identifier', normaliseIdentifier(typed));
  }
}
