import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { AggregateStore } from '#aggregate-store';
import { Clock } from '#platform';
import { Opener } from '#sealing';
import { contextOf } from '../../command.context.js';
import { HasherBusy, KeyHasher } from '../../key-hashing/key-hasher.js';
import { refused, refusedFor } from '../../refused.reply.js';
import { caseCodeIn } from '../case-code-text.js';
import { holdCaseCode } from '../hold-case-code.js';
import { recovery } from '../recovery.js';
import { HoldRecoveryCode } from './hold-recovery-code.command.js';

@CommandHandler(HoldRecoveryCode)
export class HoldRecoveryCodeHandler implements ICommandHandler<HoldRecoveryCode> {
  constructor(
    private readonly aggregates: AggregateStore,
    private readonly opener: Opener,
    private readonly hasher: KeyHasher,
    private readonly clock: Clock,
  ) {}

  async execute({ asked }: HoldRecoveryCode) {
    const { userId, caseId, codeId, expiresAt, byMail, factorsLost = false } = asked;
    const context = contextOf(asked, this.clock.now());
    const code = caseCodeIn((await this.opener.open(asked.sealedCode, codeId))?.['code'] ?? '');
    if (code === null) return refused('not-wanted');
    try {
      const hash = await this.hasher.hash(code);
      const held = await this.aggregates.transact(recovery, userId, context, (state) =>
        holdCaseCode(state, { caseId, codeId, hash, expiresAt, byMail, factorsLost, at: context.at }),
      );
      return held.outcome === 'refused' ? held : { outcome: 'done' as const, position: held.position };
    } catch (error) {
      if (error instanceof HasherBusy) return refusedFor('busy', 1);
      throw error;
    }
  }
}
