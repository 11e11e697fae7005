import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { AggregateStore } from '#aggregate-store';
import { ReactivateUser as contract } from '#contracts';
import { Clock } from '#platform';
import { contextOf } from '../../command.context.js';
import { refused } from '../../refused.reply.js';
import { ManagerCount } from '../../school/count-manager.step.js';
import { Authority } from '../authority.step.js';
import { reactivateUser } from '../reactivate-user.js';
import { user } from '../user.js';
import { ReactivateUser } from './reactivate-user.command.js';

@CommandHandler(ReactivateUser)
export class ReactivateUserHandler implements ICommandHandler<ReactivateUser> {
  constructor(
    private readonly aggregates: AggregateStore,
    private readonly authority: Authority,
    private readonly managers: ManagerCount,
    private readonly clock: Clock,
  ) {}

  async execute({ asked }: ReactivateUser) {
    const { userId } = asked;
    const reach = await this.authority.over(asked.actor, userId, contract.name);
    if (reach.refused) return refused(reach.refused);
    const context = contextOf(asked, this.clock.now());
    const done = await this.aggregates.transact(user, userId, context, reactivateUser);
    if (done.outcome === 'refused') return done;
    if (reach.user.role === 'manager') await this.managers.settle(reach.user.schoolId, userId, context);
    return { outcome: 'done' as const, position: done.position };
  }
}
