import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { AggregateStore } from '#aggregate-store';
import { refused } from '../../refused.reply.js';
import { SchoolNames } from '../../school/school-names.step.js';
import { user } from '../user.js';
import { GetProfile } from './get-profile.query.js';

@QueryHandler(GetProfile)
export class GetProfileHandler implements IQueryHandler<GetProfile> {
  constructor(
    private readonly aggregates: AggregateStore,
    private readonly schools: SchoolNames,
  ) {}

  async execute({ asked: { userId } }: GetProfile) {
    const { state } = await this.aggregates.load(user, userId);
    if (state.status !== 'registered' || state.identifier === null || state.name === null) {
      return refused('unknown-user');
    }
    const { identifier, name, role, schoolId, locale } = state;
    const schoolName = await this.schools.of(schoolId);
    const profile = { userId, identifier, name, role, schoolId, schoolName, locale };
    return { outcome: 'done' as const, profile, deactivated: !state.active };
  }
}
