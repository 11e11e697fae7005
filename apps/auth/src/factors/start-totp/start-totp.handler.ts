import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { AggregateStore } from '#aggregate-store';
import { Clock } from '#platform';
import { Opener } from '#sealing';
import { contextOf, derivedId } from '../../command.context.js';
import { refused } from '../../refused.reply.js';
import { ChangingFactors } from '../changing-factors.step.js';
import { factors } from '../factors.js';
import { startTotp } from '../start-totp.js';
import { TotpCodes } from '../totp-codes.adapter.js';
import { StartTotp } from './start-totp.command.js';

@CommandHandler(StartTotp)
export class StartTotpHandler implements ICommandHandler<StartTotp> {
  constructor(
    private readonly aggregates: AggregateStore,
    private readonly changing: ChangingFactors,
    private readonly opener: Opener,
    private readonly codes: TotpCodes,
    private readonly clock: Clock,
  ) {}

  async execute({ asked }: StartTotp) {
    const now = this.clock.now();
    const who = await this.changing.allowed(asked.sessionId, now);
    if (who.refusal !== null) return refused(who.refusal);
    const { userId } = who.session;
    const secret = (await this.opener.open(asked.sealedSecret, asked.sessionId))?.['secret'] ?? '';
    if (!this.codes.isSecret(secret)) return refused('secret-not-valid');
    const factorId = derivedId(asked.commandId, 'totp');
    const started = await this.aggregates.transact(factors, userId, contextOf(asked, now, userId), (state) =>
      startTotp(state, { factorId, secret }),
    );
    return started.outcome === 'refused' ? started : { outcome: 'done' as const, position: started.position };
  }
}
