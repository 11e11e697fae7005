import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { AggregateStore } from '#aggregate-store';
import { Clock } from '#platform';
import { contextOf, step } from '../../command.context.js';
import { endSession } from '../../session/end-session.js';
import { session } from '../../session/session.js';
import { cancelCaseCode } from '../cancel-case-code.js';
import { recovery } from '../recovery.js';
import { CancelRecoveryCode } from './cancel-recovery-code.command.js';

/** The code first, so that it opens nothing more; then the session it may have opened. */
@CommandHandler(CancelRecoveryCode)
export class CancelRecoveryCodeHandler implements ICommandHandler<CancelRecoveryCode> {
  constructor(
    private readonly aggregates: AggregateStore,
    private readonly clock: Clock,
  ) {}

  async execute({ asked }: CancelRecoveryCode) {
    const { userId, caseId } = asked;
    const context = contextOf(asked, this.clock.now());
    const cancelled = await this.aggregates.transact(recovery, userId, context, (state) =>
      cancelCaseCode(state, { caseId }),
    );
    const { last } = (await this.aggregates.load(recovery, userId)).state;
    const opened = last?.caseId === caseId ? last.redeemedIn : null;
    if (opened !== null) {
      await this.aggregates.transact(session, opened, step(context, 'end'), (state) =>
        endSession(state, { userId, reason: 'ended-elsewhere' }),
      );
    }
    const position = cancelled.outcome === 'done' ? cancelled.position : -1;
    return { outcome: 'done' as const, position };
  }
}
