import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { AggregateStore } from '#aggregate-store';
import { Clock, SETTINGS } from '#platform';
import type { Settings } from '#settings';
import { contextOf } from '../../command.context.js';
import { Erasure } from '../../erasure/erasure.step.js';
import { refused } from '../../refused.reply.js';
import { eraseUser } from '../erase-user.js';
import { user } from '../user.js';
import { EraseUser } from './erase-user.command.js';

/** Recorded first, carried out second: a process that dies in between finds the event again (`erasure.follower.ts`). */
@CommandHandler(EraseUser)
export class EraseUserHandler implements ICommandHandler<EraseUser> {
  constructor(
    private readonly aggregates: AggregateStore,
    private readonly erasure: Erasure,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async execute({ asked }: EraseUser) {
    if (asked.actor.kind !== 'command-line') return refused('not-allowed');
    const { userId, operator, reason, requestId } = asked;
    const at = this.clock.now();
    const done = await this.aggregates.transact(user, userId, contextOf(asked, at), (state) =>
      eraseUser(state, { operator, at, alone: !this.settings.production, reason, requestId }),
    );
    if (done.outcome === 'refused') return done;
    const carriedOut = await this.erasure.carryOut(userId);
    return carriedOut === null ? refused('unknown-user') : { outcome: 'done' as const, ...carriedOut };
  }
}
