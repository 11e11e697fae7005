import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { AggregateStore, type CommandContext } from '#aggregate-store';
import type { GiveSecondFactor as contract, PayloadOf } from '#contracts';
import { Clock } from '#platform';
import { Opener } from '#sealing';
import { contextOf, step } from '../../command.context.js';
import { credential } from '../../credential/credential.js';
import { refused } from '../../refused.reply.js';
import { mayBeRemembered } from '../../remember/may-be-remembered.js';
import { Remembering } from '../../remember/remembering.step.js';
import { LivingSessions } from '../../session/living-sessions.step.js';
import type { OpenSession } from '../../session/session.events.js';
import { SessionTurns } from '../../session/session-turns.step.js';
import { toldSession } from '../../session/told-session.js';
import { FactorCheck } from '../factor-check.step.js';
import { factors } from '../factors.js';
import { howMany } from '../how-many.js';
import { GiveSecondFactor } from './give-second-factor.command.js';

type Asked = PayloadOf<typeof contract>;
type Given = Extract<Awaited<ReturnType<FactorCheck['code']>>, { outcome: 'done' }>;

@CommandHandler(GiveSecondFactor)
export class GiveSecondFactorHandler implements ICommandHandler<GiveSecondFactor> {
  constructor(
    private readonly aggregates: AggregateStore,
    private readonly living: LivingSessions,
    private readonly opener: Opener,
    private readonly check: FactorCheck,
    private readonly turns: SessionTurns,
    private readonly remembering: Remembering,
    private readonly clock: Clock,
  ) {}

  async execute({ asked }: GiveSecondFactor) {
    const { sessionId, nextSessionId } = asked;
    const now = this.clock.now();
    const repeated = await this.living.find(nextSessionId, now);
    if (repeated !== null) {
      const { position, session } = repeated;
      return { outcome: 'done' as const, position, session: toldSession(session) };
    }
    const found = await this.living.find(sessionId, now);
    const before = found?.session;
    if (before?.level !== 'second-factor' && before?.level !== 'full') return refused('no-session');
    const context = contextOf(asked, now, before.userId);
    const given = await this.given(asked, before, context);
    if (given.outcome === 'refused') return given;
    return this.goOn(asked, before, given, context);
  }

  private async given(
    { sessionId, sealedCode, response }: Asked,
    { userId }: OpenSession,
    context: CommandContext,
  ) {
    const { state } = await this.aggregates.load(factors, userId);
    if (howMany(state) === 0) return refused('no-factor');
    const who = { userId, factors: state };
    if (response !== undefined) return this.check.passkey(who, sessionId, response, context);
    const typed = await this.opener.open(sealedCode ?? '', sessionId);
    const [code, replacement] = [typed?.['code'] ?? '', typed?.['replacement'] ?? null];
    return this.check.code(who, { code, replacement }, context);
  }

  private async goOn(
    { nextSessionId, remember }: Asked,
    before: OpenSession,
    { codesLeft, replaced }: Given,
    context: CommandContext,
  ) {
    const of =
      remember === undefined ? null : await this.remembered(before, nextSessionId, remember, context);
    const turned = await this.turns.turn(
      { before, sessionId: nextSessionId, factorGiven: true, ...(of === null ? {} : { of }) },
      step(context, 'turn'),
    );
    if (turned === null) return refused('no-session');
    return {
      outcome: 'done' as const,
      ...turned,
      ...(of === null ? {} : { remembered: { expiresAt: of.expiresAt } }),
      ...(codesLeft === undefined ? {} : { codesLeft }),
      ...(replaced === undefined ? {} : { replaced }),
    };
  }

  /** Only where the factor completes a sign-in of somebody who may be remembered (SES-09). */
  private async remembered(
    { userId, userAgent, level, towards }: OpenSession,
    sessionId: string,
    device: NonNullable<Asked['remember']>,
    context: CommandContext,
  ) {
    const { state } = await this.aggregates.load(credential, userId);
    if (state.kind !== 'open' || level !== 'second-factor' || towards !== 'full') return null;
    const { holder, epoch, generation } = state;
    if (!mayBeRemembered(holder.role)) return null;
    const { at } = context;
    return this.remembering.grant(
      { userId, sessionId, userAgent, epoch, generation, at, ...device },
      context,
    );
  }
}
