import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { AggregateStore } from '#aggregate-store';
import { DeactivateUser as contract } from '#contracts';
import { Clock } from '#platform';
import { contextOf } from '../../command.context.js';
import { refused } from '../../refused.reply.js';
import { ManagerCount } from '../../school/count-manager.step.js';
import { school } from '../../school/school.js';
import { withdrawManager } from '../../school/withdraw-manager.js';
import { Authority } from '../authority.step.js';
import { deactivateUser } from '../deactivate-user.js';
import { user } from '../user.js';
import { DeactivateUser } from './deactivate-user.command.js';

/** A manager leaves the school's count first: that append is where the last one is held back. */
@CommandHandler(DeactivateUser)
export class DeactivateUserHandler implements ICommandHandler<DeactivateUser> {
  constructor(
    private readonly aggregates: AggregateStore,
    private readonly authority: Authority,
    private readonly managers: ManagerCount,
    private readonly clock: Clock,
  ) {}

  async execute({ asked }: DeactivateUser) {
    const { userId } = asked;
    const reach = await this.authority.over(asked.actor, userId, contract.name);
    if (reach.refused) return refused(reach.refused);
    const { schoolId, role, active } = reach.user;
    const context = contextOf(asked, this.clock.now());
    if (role === 'manager' && active) {
      const withdrawn = await this.aggregates.transact(school, schoolId, context, (state) =>
        withdrawManager(state, { userId }),
      );
      if (withdrawn.outcome === 'refused') return refused('last-manager');
    }
    const done = await this.aggregates.transact(user, userId, context, deactivateUser);
    if (done.outcome === 'refused') return done;
    if (role === 'manager') await this.managers.settle(schoolId, userId, context);
    return { outcome: 'done' as const, position: done.position };
  }
}
