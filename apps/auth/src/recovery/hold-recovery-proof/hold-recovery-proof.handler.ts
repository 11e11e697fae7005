import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { AggregateStore } from '#aggregate-store';
import { Clock } from '#platform';
import { Opener } from '#sealing';
import { contextOf } from '../../command.context.js';
import { provisionalKeyIn } from '../../credential/provisional-key-text.js';
import { HasherBusy, KeyHasher } from '../../key-hashing/key-hasher.js';
import { refused, refusedFor } from '../../refused.reply.js';
import { holdCaseProof } from '../hold-case-proof.js';
import { recovery } from '../recovery.js';
import { HoldRecoveryProof } from './hold-recovery-proof.command.js';

@CommandHandler(HoldRecoveryProof)
export class HoldRecoveryProofHandler implements ICommandHandler<HoldRecoveryProof> {
  constructor(
    private readonly aggregates: AggregateStore,
    private readonly opener: Opener,
    private readonly hasher: KeyHasher,
    private readonly clock: Clock,
  ) {}

  async execute({ asked }: HoldRecoveryProof) {
    const { userId, codeId, commandId } = asked;
    const context = contextOf(asked, this.clock.now());
    const text = provisionalKeyIn((await this.opener.open(asked.sealedProof, commandId))?.['key'] ?? '');
    if (text === null) return refused('not-wanted');
    try {
      const held = await this.aggregates.transact(recovery, userId, context, async (state) => {
        const facts = { codeId, at: context.at };
        // Asked twice, so that nothing is hashed for a proof nobody wants.
        const wanted = holdCaseProof(state, { ...facts, hash: '' });
        return wanted.kind === 'refuses'
          ? wanted
          : holdCaseProof(state, { ...facts, hash: await this.hasher.hash(text) });
      });
      if (held.outcome === 'refused') return held;
      const { last } = (await this.aggregates.load(recovery, userId)).state;
      return last?.codeId === codeId
        ? { outcome: 'done' as const, position: held.position, expiresAt: last.expiresAt }
        : refused('not-wanted');
    } catch (error) {
      if (error instanceof HasherBusy) return refusedFor('busy', 1);
      throw error;
    }
  }
}
