import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { AggregateStore, type CommandContext } from '#aggregate-store';
import { refuses } from '#event-sourcing';
import { Clock } from '#platform';
import { Opener } from '#sealing';
import { contextOf } from '../../command.context.js';
import { HasherBusy, KeyHasher } from '../../key-hashing/key-hasher.js';
import { AppraiserBusy } from '../../key-policy/key-appraiser.js';
import { KeyJudge } from '../../key-policy/key-judge.step.js';
import { LostFactors } from '../../recovery/lost-factors.step.js';
import { refused, refusedFor } from '../../refused.reply.js';
import { livingSession } from '../../session/living-session.js';
import { session } from '../../session/session.js';
import { chooseKey } from '../choose-key.js';
import { credential, type Credential } from '../credential.js';
import { ProvisionalKeys } from '../provisional-keys.adapter.js';
import { sessionHolds } from '../session-holds.js';
import { ChooseKey } from './choose-key.command.js';

@CommandHandler(ChooseKey)
export class ChooseKeyHandler implements ICommandHandler<ChooseKey> {
  constructor(
    private readonly aggregates: AggregateStore,
    private readonly opener: Opener,
    private readonly judge: KeyJudge,
    private readonly hasher: KeyHasher,
    private readonly provisionalKeys: ProvisionalKeys,
    private readonly lostFactors: LostFactors,
    private readonly clock: Clock,
  ) {}

  async execute({ asked }: ChooseKey) {
    const now = this.clock.now();
    const { state } = await this.aggregates.load(session, asked.sessionId);
    if (state.kind !== 'open') return refused('no-session');
    const { userId } = state.session;
    const key = (await this.opener.open(asked.sealedKey, asked.sessionId))?.['key'] ?? '';
    try {
      const context = contextOf(asked, now, userId);
      const chosen = await this.aggregates.transact(credential, userId, context, (holder) =>
        this.decide(holder, livingSession(state, now), key, context),
      );
      return chosen.outcome === 'refused' ? chosen : { outcome: 'done' as const, position: chosen.position };
    } catch (error) {
      if (error instanceof HasherBusy || error instanceof AppraiserBusy) return refusedFor('busy', 2);
      throw error;
    }
  }

  /** Gathers what the decision needs, the cheap before the dear: nothing is hashed for a session that is over. */
  private async decide(
    holder: Credential,
    own: ReturnType<typeof livingSession>,
    key: string,
    context: CommandContext,
  ) {
    if (own === null || holder.kind === 'none' || !sessionHolds(holder, own)) return refuses('no-session');
    const fault = await this.judge.judge(own.userId, key);
    if (fault !== null) return refuses(fault);
    const isCurrent = holder.hash !== null && (await this.hasher.verify(holder.hash, key));
    const wasProvisional = this.provisionalKeys.hadBeen(holder, key);
    const hash = await this.hasher.hash(key);
    const decision = chooseKey(holder, { session: own, isCurrent, wasProvisional, hash, at: context.at });
    // Just before the key and not after it: a crash in between leaves a session in which it can still be chosen, and nobody shut out for good.
    if (decision.kind === 'records') await this.lostFactors.remove(own, context);
    return decision;
  }
}
