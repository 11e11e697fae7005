import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { AggregateStore } from '#aggregate-store';
import { Clock } from '#platform';
import { contextOf } from '../../command.context.js';
import { credential } from '../../credential/credential.js';
import { endSessions } from '../../credential/end-sessions.js';
import { livingSession } from '../living-session.js';
import { session } from '../session.js';
import { EndOtherSessions } from './end-other-sessions.command.js';

@CommandHandler(EndOtherSessions)
export class EndOtherSessionsHandler implements ICommandHandler<EndOtherSessions> {
  constructor(
    private readonly aggregates: AggregateStore,
    private readonly clock: Clock,
  ) {}

  async execute({ asked }: EndOtherSessions) {
    const { userId } = asked;
    const context = contextOf(asked, this.clock.now(), userId);
    const except = await this.kept(asked, context.at);
    const ended = await this.aggregates.transact(credential, userId, context, (state) =>
      endSessions(state, { except }),
    );
    return ended.outcome === 'refused' ? ended : { outcome: 'done' as const, position: ended.position };
  }

  /** Only a living session of this very user can stay. */
  private async kept({ userId, except }: EndOtherSessions['asked'], now: string) {
    if (except === undefined) return null;
    const living = livingSession((await this.aggregates.load(session, except)).state, now);
    return living?.userId === userId ? living : null;
  }
}
