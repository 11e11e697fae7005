import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { AggregateStore } from '#aggregate-store';
import { refuses } from '#event-sourcing';
import { Clock } from '#platform';
import { contextOf } from '../../command.context.js';
import { refused } from '../../refused.reply.js';
import { LivingSessions } from '../living-sessions.step.js';
import { livingSession } from '../living-session.js';
import { seeSession } from '../see-session.js';
import { session } from '../session.js';
import { TouchSession } from './touch-session.command.js';

@CommandHandler(TouchSession)
export class TouchSessionHandler implements ICommandHandler<TouchSession> {
  constructor(
    private readonly aggregates: AggregateStore,
    private readonly living: LivingSessions,
    private readonly clock: Clock,
  ) {}

  async execute({ asked }: TouchSession) {
    const context = contextOf(asked, this.clock.now());
    const { sessionId } = asked;
    if ((await this.living.find(sessionId, context.at)) === null) return refused('no-session');
    const seen = await this.aggregates.transact(session, sessionId, context, (state) => {
      const own = livingSession(state, context.at);
      return own === null ? refuses('no-session') : seeSession(own, context.at);
    });
    return seen.outcome === 'refused' ? seen : { outcome: 'done' as const, position: seen.position };
  }
}
