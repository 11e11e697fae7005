import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { AggregateStore } from '#aggregate-store';
import { Clock } from '#platform';
import { contextOf } from '../../command.context.js';
import { credential } from '../../credential/credential.js';
import { refused } from '../../refused.reply.js';
import { ChangingFactors } from '../changing-factors.step.js';
import { removeFactor } from '../remove-factor.js';
import { RemoveFactor } from './remove-factor.command.js';

@CommandHandler(RemoveFactor)
export class RemoveFactorHandler implements ICommandHandler<RemoveFactor> {
  constructor(
    private readonly aggregates: AggregateStore,
    private readonly changing: ChangingFactors,
    private readonly clock: Clock,
  ) {}

  async execute({ asked }: RemoveFactor) {
    const { sessionId, nextSessionId, kind, factorId } = asked;
    const now = this.clock.now();
    const repeated = await this.changing.repeated(nextSessionId, now);
    if (repeated !== null) return { outcome: 'done' as const, ...repeated };
    const who = await this.changing.allowed(sessionId, now);
    if (who.refusal !== null) return refused(who.refusal);
    const { session: before } = who;
    const { state } = await this.aggregates.load(credential, before.userId);
    if (state.kind !== 'open') return refused('no-session');
    const { role } = state.holder;
    const changed = await this.changing.change(
      {
        before,
        nextSessionId,
        factorGiven: false,
        decide: (now) => removeFactor(now, { kind, factorId, role }),
      },
      contextOf(asked, now, before.userId),
    );
    if (changed.outcome === 'refused') return changed;
    const { events: _, ...done } = changed;
    return done;
  }
}
