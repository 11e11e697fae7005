import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { AggregateStore } from '#aggregate-store';
import { Clock } from '#platform';
import { contextOf, step } from '../../command.context.js';
import { credential } from '../../credential/credential.js';
import { endSessions } from '../../credential/end-sessions.js';
import { refused } from '../../refused.reply.js';
import { LivingSessions } from '../../session/living-sessions.step.js';
import { factors } from '../factors.js';
import { mayReset } from '../may-reset.js';
import { resetFactors } from '../reset-factors.js';
import { ResetFactors } from './reset-factors.command.js';

/** Every session of theirs ends first, as with any change of factors (SES-10). */
@CommandHandler(ResetFactors)
export class ResetFactorsHandler implements ICommandHandler<ResetFactors> {
  constructor(
    private readonly aggregates: AggregateStore,
    private readonly living: LivingSessions,
    private readonly clock: Clock,
  ) {}

  async execute({ asked }: ResetFactors) {
    const { actor, userId } = asked;
    const now = this.clock.now();
    if (actor.kind !== 'user') return refused('not-allowed');
    const found = await this.living.find(actor.sessionId, now);
    if (found?.session.userId !== actor.userId || found.session.level !== 'full')
      return refused('not-allowed');
    const [asking, other] = [await this.holder(actor.userId), await this.holder(userId)];
    const permission = asking === null ? 'not-allowed' : mayReset(asking, other);
    if (permission !== 'allowed') return refused(permission);
    const context = contextOf(asked, now, actor.userId);
    const foreseen = resetFactors((await this.aggregates.load(factors, userId)).state, { by: actor.userId });
    if (foreseen.kind === 'refuses') return refused(foreseen.reason);
    await this.aggregates.transact(credential, userId, step(context, 'end-sessions'), (state) =>
      endSessions(state, { except: null }),
    );
    const reset = await this.aggregates.transact(factors, userId, context, (state) =>
      resetFactors(state, { by: actor.userId }),
    );
    return reset.outcome === 'refused' ? reset : { outcome: 'done' as const, position: reset.position };
  }

  private async holder(userId: string) {
    const { state } = await this.aggregates.load(credential, userId);
    return state.kind === 'open' ? state.holder : null;
  }
}
