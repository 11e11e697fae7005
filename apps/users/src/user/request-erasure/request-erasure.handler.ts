import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { AggregateStore } from '#aggregate-store';
import { Clock } from '#platform';
import { contextOf, derivedId } from '../../command.context.js';
import { refused } from '../../refused.reply.js';
import { requestErasure } from '../request-erasure.js';
import { user } from '../user.js';
import { RequestErasure } from './request-erasure.command.js';

const WEEK = 7 * 24 * 3_600_000;

@CommandHandler(RequestErasure)
export class RequestErasureHandler implements ICommandHandler<RequestErasure> {
  constructor(
    private readonly aggregates: AggregateStore,
    private readonly clock: Clock,
  ) {}

  async execute({ asked }: RequestErasure) {
    if (asked.actor.kind !== 'command-line') return refused('not-allowed');
    const at = this.clock.now();
    const requestId = derivedId(asked.commandId, 'erasure');
    const expiresAt = new Date(Date.parse(at) + WEEK).toISOString();
    const { userId, operator, reason } = asked;
    const done = await this.aggregates.transact(user, userId, contextOf(asked, at), (state) =>
      requestErasure(state, { requestId, operator, reason, at, expiresAt }),
    );
    if (done.outcome === 'refused') return done;
    return { outcome: 'done' as const, position: done.position, requestId, expiresAt };
  }
}
