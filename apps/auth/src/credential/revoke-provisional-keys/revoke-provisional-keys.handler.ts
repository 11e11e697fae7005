import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { AggregateStore } from '#aggregate-store';
import { SignedLinks } from '#links';
import { Clock } from '#platform';
import { contextOf } from '../../command.context.js';
import { refused } from '../../refused.reply.js';
import { credential } from '../credential.js';
import { revokeProvisionalKeys } from '../revoke-provisional-keys.js';
import { RevokeProvisionalKeys } from './revoke-provisional-keys.command.js';

@CommandHandler(RevokeProvisionalKeys)
export class RevokeProvisionalKeysHandler implements ICommandHandler<RevokeProvisionalKeys> {
  constructor(
    private readonly aggregates: AggregateStore,
    private readonly links: SignedLinks,
    private readonly clock: Clock,
  ) {}

  async execute({ asked }: RevokeProvisionalKeys) {
    const now = this.clock.now();
    const link = this.links.open(asked.link, now);
    if (link === null || link === 'expired' || link.kind !== 'not-me') return refused('link-not-valid');
    const revoked = await this.aggregates.transact(
      credential,
      link.userId,
      contextOf(asked, now),
      revokeProvisionalKeys,
    );
    return revoked.outcome === 'refused'
      ? refused('link-not-valid')
      : { outcome: 'done' as const, position: revoked.position };
  }
}
