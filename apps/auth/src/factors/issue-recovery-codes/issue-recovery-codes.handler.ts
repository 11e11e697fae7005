import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { AggregateStore } from '#aggregate-store';
import { Clock } from '#platform';
import { contextOf, derivedId } from '../../command.context.js';
import { HasherBusy } from '../../key-hashing/key-hasher.js';
import { refused, refusedFor } from '../../refused.reply.js';
import { ChangingFactors } from '../changing-factors.step.js';
import { factors } from '../factors.js';
import { issueRecoveryCodes } from '../issue-recovery-codes.js';
import { NewRecoveryCodes } from '../new-codes.step.js';
import { IssueRecoveryCodes } from './issue-recovery-codes.command.js';

@CommandHandler(IssueRecoveryCodes)
export class IssueRecoveryCodesHandler implements ICommandHandler<IssueRecoveryCodes> {
  constructor(
    private readonly aggregates: AggregateStore,
    private readonly changing: ChangingFactors,
    private readonly newCodes: NewRecoveryCodes,
    private readonly clock: Clock,
  ) {}

  async execute({ asked }: IssueRecoveryCodes) {
    const now = this.clock.now();
    const who = await this.changing.allowed(asked.sessionId, now);
    if (who.refusal !== null) return refused(who.refusal);
    const { userId } = who.session;
    try {
      const setId = derivedId(asked.commandId, 'codes');
      const codes = await this.newCodes.hash(asked.sealedCodes, asked.sessionId, setId);
      const issued = await this.aggregates.transact(factors, userId, contextOf(asked, now, userId), (state) =>
        issueRecoveryCodes(state, codes),
      );
      return issued.outcome === 'refused' ? issued : { outcome: 'done' as const, position: issued.position };
    } catch (error) {
      if (error instanceof HasherBusy) return refusedFor('busy', 2);
      throw error;
    }
  }
}
