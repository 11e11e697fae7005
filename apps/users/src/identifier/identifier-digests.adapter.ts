import { Inject, Injectable } from '@nestjs/common';
import { normaliseIdentifier } from '#contracts';
import { SECRETS } from '#platform';
import { digestOf, type Secrets } from '#secrets';

/** The keyed digest of an identifier: names its stream here, and finds its credential in auth. */
@Injectable()
export class IdentifierDigests {
  constructor(@Inject(SECRETS) private readonly secrets: Secrets) {}

  of(identifier: string): string {
    return digestOf(this.secrets.identifierDigestKey, 'identifier', normaliseIdentifier(identifier));
  }
}
