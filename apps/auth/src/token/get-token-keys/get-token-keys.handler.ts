import { Inject } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { tokenKey } from '#contracts';
import { Clock, SECRETS } from '#platform';
import { type Secrets, publishedKeys } from '#secrets';
import { GetTokenKeys } from './get-token-keys.query.js';

@QueryHandler(GetTokenKeys)
export class GetTokenKeysHandler implements IQueryHandler<GetTokenKeys> {
  constructor(
    @Inject(SECRETS) private readonly secrets: Secrets,
    private readonly clock: Clock,
  ) {}

  async execute() {
    const published = publishedKeys(await this.secrets.tokenKeys.keys(), this.clock.now());
    // The schema keeps what it names: no private half can slip through.
    return { outcome: 'done' as const, keys: published.map(({ publicJwk }) => tokenKey.parse(publicJwk)) };
  }
}
