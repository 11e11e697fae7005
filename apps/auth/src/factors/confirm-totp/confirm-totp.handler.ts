import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { AggregateStore, type CommandContext } from '#aggregate-store';
import type { PayloadOf, ConfirmTotp as contract } from '#contracts';
import { Clock } from '#platform';
import { Opener } from '#sealing';
import { Buckets } from '../../attempts/buckets.adapter.js';
import { contextOf, derivedId } from '../../command.context.js';
import { factorUse } from '../../factor-use/factor-use.js';
import { useTotp } from '../../factor-use/use-totp.js';
import { refused } from '../../refused.reply.js';
import type { OpenSession } from '../../session/session.events.js';
import { ChangingFactors } from '../changing-factors.step.js';
import { confirmTotp } from '../confirm-totp.js';
import { FactorAttempts } from '../factor-attempts.step.js';
import type { Factors } from '../factors.js';
import { howMany } from '../how-many.js';
import { NewRecoveryCodes } from '../new-codes.step.js';
import { TotpCodes } from '../totp-codes.adapter.js';
import { ConfirmTotp } from './confirm-totp.command.js';

type Asked = PayloadOf<typeof contract>;

@CommandHandler(ConfirmTotp)
export class ConfirmTotpHandler implements ICommandHandler<ConfirmTotp> {
  constructor(
    private readonly aggregates: AggregateStore,
    private readonly changing: ChangingFactors,
    private readonly attempts: FactorAttempts,
    private readonly buckets: Buckets,
    private readonly opener: Opener,
    private readonly codes: TotpCodes,
    private readonly newCodes: NewRecoveryCodes,
    private readonly clock: Clock,
  ) {}

  async execute({ asked }: ConfirmTotp) {
    const now = this.clock.now();
    const before = await this.changing.repeated(asked.nextSessionId, now);
    if (before !== null) return { outcome: 'done' as const, ...before, codesIssued: false };
    const who = await this.changing.allowed(asked.sessionId, now);
    if (who.refusal !== null) return refused(who.refusal);
    const { userId } = who.session;
    const context = contextOf(asked, now, userId);
    const bucket = this.buckets.secondFactor(userId);
    return this.attempts.trying({ userId, bucket }, context, () => this.confirm(asked, who, context));
  }

  private async confirm(
    asked: Asked,
    { session: before, factors }: Readonly<{ session: OpenSession; factors: Factors }>,
    context: CommandContext,
  ) {
    const { pending } = factors;
    if (pending === null || pending.secret === null) return refused('not-started');
    const { factorId } = pending;
    const code = this.codes.read((await this.opener.open(asked.sealedCode, asked.sessionId))?.['code'] ?? '');
    const step = code === null ? null : this.codes.stepOf(pending.secret, code);
    if (step === null) return refused('wrong-code');
    const codes = await this.firstCodes(asked, factors);
    // The code that confirms is used up like any other: it must not sign anybody in afterwards (MFA-04).
    const used = await this.aggregates.transact(factorUse, before.userId, context, (state) =>
      useTotp(state, { factorId, step }),
    );
    if (used.outcome === 'refused') return refused('wrong-code');
    const changed = await this.changing.change(
      {
        before,
        nextSessionId: asked.nextSessionId,
        factorGiven: true,
        decide: (state) => confirmTotp(state, { factorId, codes, at: context.at }),
      },
      context,
    );
    if (changed.outcome === 'refused') return changed;
    const { events, ...done } = changed;
    return { ...done, codesIssued: events.some(({ type }) => type === 'RecoveryCodesIssued') };
  }

  private async firstCodes({ sealedCodes, sessionId, commandId }: Asked, factors: Factors) {
    if (howMany(factors) > 0) return null;
    return this.newCodes.hash(sealedCodes, sessionId, derivedId(commandId, 'codes'));
  }
}
