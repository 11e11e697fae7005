import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { AggregateStore, type CommandContext } from '#aggregate-store';
import type { SessionLevel } from '#contracts';
import { refuses } from '#event-sourcing';
import { Clock } from '#platform';
import { Opener } from '#sealing';
import { contextOf } from '../../command.context.js';
import { CurrentKey } from '../../credential/current-key.step.js';
import { factorIsFresh } from '../../factors/factor-is-fresh.js';
import { factors } from '../../factors/factors.js';
import { refused } from '../../refused.reply.js';
import { confirmKey } from '../confirm-key.js';
import { livingSession } from '../living-session.js';
import { LivingSessions } from '../living-sessions.step.js';
import { session } from '../session.js';
import { ConfirmKey } from './confirm-key.command.js';

/** Setting up a factor is sensitive, and is all that a session of level `enrol-factor` does (MFA-06). */
const mayConfirm = (level: SessionLevel) => level === 'full' || level === 'enrol-factor';

@CommandHandler(ConfirmKey)
export class ConfirmKeyHandler implements ICommandHandler<ConfirmKey> {
  constructor(
    private readonly aggregates: AggregateStore,
    private readonly living: LivingSessions,
    private readonly opener: Opener,
    private readonly currentKey: CurrentKey,
    private readonly clock: Clock,
  ) {}

  async execute({ asked }: ConfirmKey) {
    const { userId, sessionId } = asked;
    const context = contextOf(asked, this.clock.now(), userId);
    const found = await this.living.find(sessionId, context.at);
    if (found?.session.userId !== userId || !mayConfirm(found.session.level)) return refused('no-session');
    if (asked.withFactor === true) {
      const { state } = await this.aggregates.load(factors, userId);
      if (!factorIsFresh(state, found.session, context.at)) return refused('factor-needed');
    }
    const key = (await this.opener.open(asked.sealedKey, sessionId))?.['key'] ?? '';
    const answer = await this.currentKey.confirm({ userId, sessionId, key }, context);
    if (answer.outcome === 'refused') return answer;
    return this.note(sessionId, context);
  }

  private async note(sessionId: string, context: CommandContext) {
    const noted = await this.aggregates.transact(session, sessionId, context, (state) => {
      const own = livingSession(state, context.at);
      return own === null ? refuses('no-session') : confirmKey(own, context.at);
    });
    return noted.outcome === 'refused' ? noted : { outcome: 'done' as const, position: noted.position };
  }
}
