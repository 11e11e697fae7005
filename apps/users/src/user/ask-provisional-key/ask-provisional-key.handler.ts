import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { AggregateStore } from '#aggregate-store';
import { AskProvisionalKey as contract } from '#contracts';
import { Clock } from '#platform';
import { contextOf, derivedId } from '../../command.context.js';
import { refused } from '../../refused.reply.js';
import { askProvisionalKey, secondsUntilNextKey } from '../ask-provisional-key.js';
import { Authority } from '../authority.step.js';
import { user } from '../user.js';
import { AskProvisionalKey } from './ask-provisional-key.command.js';

@CommandHandler(AskProvisionalKey)
export class AskProvisionalKeyHandler implements ICommandHandler<AskProvisionalKey> {
  constructor(
    private readonly aggregates: AggregateStore,
    private readonly authority: Authority,
    private readonly clock: Clock,
  ) {}

  async execute({ asked }: AskProvisionalKey) {
    const reach = await this.authority.over(asked.actor, asked.userId, contract.name);
    if (reach.refused) return refused(reach.refused);
    const at = this.clock.now();
    const requestId = derivedId(asked.commandId, 'request');
    let retryAfter = 0;
    const done = await this.aggregates.transact(user, asked.userId, contextOf(asked, at), (state) => {
      if (state.status === 'registered') retryAfter = secondsUntilNextKey(state.keysAskedAt, at);
      return askProvisionalKey(state, { requestId, at, ...(asked.welcome && { welcome: true }) });
    });
    if (done.outcome === 'done') return { outcome: 'done' as const, position: done.position };
    return done.reason === 'too-soon' ? { ...done, retryAfter } : done;
  }
}
