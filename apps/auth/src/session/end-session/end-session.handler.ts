import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { AggregateStore } from '#aggregate-store';
import { Clock } from '#platform';
import { contextOf } from '../../command.context.js';
import { endSession } from '../end-session.js';
import { session } from '../session.js';
import { EndSession } from './end-session.command.js';

@CommandHandler(EndSession)
export class EndSessionHandler implements ICommandHandler<EndSession> {
  constructor(
    private readonly aggregates: AggregateStore,
    private readonly clock: Clock,
  ) {}

  async execute({ asked }: EndSession) {
    const { userId, sessionId } = asked;
    const context = contextOf(asked, this.clock.now(), userId);
    const ended = await this.aggregates.transact(session, sessionId, context, (state) =>
      endSession(state, { userId, reason: 'signed-out' }),
    );
    return ended.outcome === 'refused' ? ended : { outcome: 'done' as const, position: ended.position };
  }
}
