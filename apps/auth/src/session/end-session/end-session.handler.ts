import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { AggregateStore, type CommandContext } from '#aggregate-store';
import { Clock } from '#platform';
import { contextOf } from '../../command.context.js';
import { remember } from '../../remember/remember.js';
import { revokeRememberMe } from '../../remember/revoke-remember-me.js';
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
    await this.forget(sessionId, userId, context);
    const ended = await this.aggregates.transact(session, sessionId, context, (state) =>
      endSession(state, { userId, reason: 'signed-out' }),
    );
    return ended.outcome === 'refused' ? ended : { outcome: 'done' as const, position: ended.position };
  }

  /** The browser first: a crash in between leaves nothing that could resume (SES-10). */
  private async forget(sessionId: string, userId: string, context: CommandContext): Promise<void> {
    const { state } = await this.aggregates.load(session, sessionId);
    if (state.kind !== 'open' || state.session.family === undefined) return;
    await this.aggregates.transact(remember, state.session.family, context, (family) =>
      revokeRememberMe(family, { userId, reason: 'signed-out' }),
    );
  }
}
