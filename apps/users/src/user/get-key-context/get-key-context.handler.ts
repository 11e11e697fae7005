import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { AggregateStore } from '#aggregate-store';
import { refused } from '../../refused.reply.js';
import { SchoolNames } from '../../school/school-names.step.js';
import { keyContext } from '../key-context.js';
import { user } from '../user.js';
import { GetKeyContext } from './get-key-context.query.js';

@QueryHandler(GetKeyContext)
export class GetKeyContextHandler implements IQueryHandler<GetKeyContext> {
  constructor(
    private readonly aggregates: AggregateStore,
    private readonly schools: SchoolNames,
  ) {}

  async execute({ asked }: GetKeyContext) {
    const { state } = await this.aggregates.load(user, asked.userId);
    if (state.status !== 'registered') return refused('unknown-user');
    const words = [...keyContext(state, await this.schools.of(state.schoolId))];
    return { outcome: 'done' as const, words };
  }
}
