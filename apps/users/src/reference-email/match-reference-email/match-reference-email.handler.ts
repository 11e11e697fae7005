import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { AggregateStore } from '#aggregate-store';
import { refused } from '../../refused.reply.js';
import { user } from '../../user/user.js';
import { AddressDigests } from '../address-digests.adapter.js';
import { MatchReferenceEmail } from './match-reference-email.query.js';

@QueryHandler(MatchReferenceEmail)
export class MatchReferenceEmailHandler implements IQueryHandler<MatchReferenceEmail> {
  constructor(
    private readonly aggregates: AggregateStore,
    private readonly digests: AddressDigests,
  ) {}

  async execute({ asked }: MatchReferenceEmail) {
    const { state } = await this.aggregates.load(user, asked.userId);
    if (state.status !== 'registered') return refused('unknown-user');
    return { outcome: 'done' as const, matches: this.digests.matches(asked.email, state.addresses) };
  }
}
