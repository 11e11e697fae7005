import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { AggregateStore } from '#aggregate-store';
import { IdentifierDigests } from '../../identifier/identifier-digests.adapter.js';
import { identifier } from '../../identifier/identifier.js';
import { refused } from '../../refused.reply.js';
import { Auditing } from '../auditing.step.js';
import { FindUser } from './find-user.query.js';

@QueryHandler(FindUser)
export class FindUserHandler implements IQueryHandler<FindUser> {
  constructor(
    private readonly aggregates: AggregateStore,
    private readonly digests: IdentifierDigests,
    private readonly auditing: Auditing,
  ) {}

  async execute({ asked }: FindUser) {
    if (!(await this.auditing.mayRead(asked.actor))) return refused('not-allowed');
    const { state } = await this.aggregates.load(identifier, this.digests.of(asked.identifier));
    if (state.status !== 'held') return refused('unknown-user');
    return { outcome: 'done' as const, userId: state.userId };
  }
}
