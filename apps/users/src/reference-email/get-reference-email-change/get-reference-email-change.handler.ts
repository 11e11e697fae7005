import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { AggregateStore } from '#aggregate-store';
import { Clock } from '#platform';
import { refused } from '../../refused.reply.js';
import { SchoolNames } from '../../school/school-names.step.js';
import { user } from '../../user/user.js';
import { standing } from '../change-progress.js';
import { changeNamed } from '../email-change.js';
import { EmailLinks } from '../email-links.adapter.js';
import { maskEmail } from '../mask-email.js';
import { GetReferenceEmailChange } from './get-reference-email-change.query.js';

@QueryHandler(GetReferenceEmailChange)
export class GetReferenceEmailChangeHandler implements IQueryHandler<GetReferenceEmailChange> {
  constructor(
    private readonly aggregates: AggregateStore,
    private readonly links: EmailLinks,
    private readonly schools: SchoolNames,
    private readonly clock: Clock,
  ) {}

  async execute({ asked }: GetReferenceEmailChange) {
    const at = this.clock.now();
    const link = this.links.open(asked.link, at);
    if (typeof link === 'string') return refused('link-not-valid');
    const { state } = await this.aggregates.load(user, link.userId);
    const change = state.status === 'registered' ? changeNamed(state, link.changeId) : undefined;
    if (state.status !== 'registered' || !change) return refused('link-not-valid');
    return {
      outcome: 'done' as const,
      intent: link.intent,
      state: standing(change, at),
      name: state.name ?? '',
      maskedNew: change.email === null ? '' : maskEmail(change.email),
      schoolName: await this.schools.of(state.schoolId),
    };
  }
}
