import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { AggregateStore } from '#aggregate-store';
import { Clock } from '#platform';
import { maskIdentifier } from '../../identifier/mask-identifier.js';
import { refused } from '../../refused.reply.js';
import { SchoolNames } from '../../school/school-names.step.js';
import { firstName } from '../../user/parse-name.js';
import { user } from '../../user/user.js';
import { changeNamed } from '../email-change.js';
import { supportCase } from '../../support-case/support-case.js';
import { maskEmail } from '../mask-email.js';
import { recipients } from '../recipients.js';
import { GetRecipient } from './get-recipient.query.js';

@QueryHandler(GetRecipient)
export class GetRecipientHandler implements IQueryHandler<GetRecipient> {
  constructor(
    private readonly aggregates: AggregateStore,
    private readonly schools: SchoolNames,
    private readonly clock: Clock,
  ) {}

  async execute({ asked: { userId, of } }: GetRecipient) {
    const { state } = await this.aggregates.load(user, userId);
    if (state.status !== 'registered') return refused('unknown-user');
    const addresses = [...recipients(state, of, this.clock.now())];
    if (addresses.length === 0 || state.name === null || state.identifier === null) {
      return refused('no-address');
    }
    if (of.kind === 'identifier' && !(await this.isDisclosed(of.caseId, userId)))
      return refused('no-address');
    const changed = 'changeId' in of ? changeNamed(state, of.changeId)?.email : undefined;
    return {
      outcome: 'done' as const,
      addresses,
      firstName: firstName(state.name),
      maskedIdentifier: maskIdentifier(state.identifier),
      ...(of.kind === 'identifier' ? { identifier: state.identifier } : {}),
      ...(changed ? { maskedNew: maskEmail(changed) } : {}),
      schoolName: await this.schools.of(state.schoolId),
      locale: state.locale,
    };
  }
  private async isDisclosed(caseId: string, userId: string): Promise<boolean> {
    const { state } = await this.aggregates.load(supportCase, caseId);
    return state.status !== 'unknown' && state.userId === userId && state.disclosed;
  }
}
