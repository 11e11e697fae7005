import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { AggregateStore, type CommandContext } from '#aggregate-store';
import { Clock } from '#platform';
import { Opener } from '#sealing';
import type { ReservedAttempt } from '../../attempts/reserved.attempt.js';
import { contextOf } from '../../command.context.js';
import { Directory, type Found } from '../../directory/directory.adapter.js';
import { IdentifierDigests } from '../../directory/identifier-digests.adapter.js';
import { HasherBusy, KeyHasher } from '../../key-hashing/key-hasher.js';
import { refused, refusedFor } from '../../refused.reply.js';
import { LivingSessions } from '../../session/living-sessions.step.js';
import { toldSession } from '../../session/told-session.js';
import { CodeAdmissions } from '../code-admission.step.js';
import { CodeCheck } from '../code-check.step.js';
import { liveCode } from '../live-code.js';
import { RecoverySession } from '../recovery-session.step.js';
import { recovery, type CaseCode } from '../recovery.js';
import { rejectCaseCode } from '../reject-case-code.js';
import { RedeemRecoveryCode } from './redeem-recovery-code.command.js';

/** Every identifier takes the same steps to the same answers, as at sign-in (LOG-01, LOG-02). */
@CommandHandler(RedeemRecoveryCode)
export class RedeemRecoveryCodeHandler implements ICommandHandler<RedeemRecoveryCode> {
  constructor(
    private readonly aggregates: AggregateStore,
    private readonly admissions: CodeAdmissions,
    private readonly directory: Directory,
    private readonly digests: IdentifierDigests,
    private readonly opener: Opener,
    private readonly hasher: KeyHasher,
    private readonly codeCheck: CodeCheck,
    private readonly opening: RecoverySession,
    private readonly living: LivingSessions,
    private readonly clock: Clock,
  ) {}

  async execute({ asked }: RedeemRecoveryCode) {
    const context = contextOf(asked, this.clock.now());
    const { sessionId, network, userAgent } = asked;
    const before = await this.living.find(sessionId, context.at);
    if (before !== null) {
      return { outcome: 'done' as const, position: before.position, session: toldSession(before.session) };
    }
    if (this.hasher.isBusy()) return refusedFor('busy', 1);

    const identifierDigest = this.digests.of(asked.identifier);
    const found = this.directory.find(identifierDigest);
    const sealed = await this.opener.open(asked.sealedCode, sessionId);
    const typed = { code: sealed?.['code'] ?? '', proof: sealed?.['proof'] ?? '' };
    const code = await this.codeOf(found, context.at);

    const caseId = code?.caseId ?? null;
    const admission = await this.admissions.reserve({ identifierDigest, network, caseId }, context);
    if (!admission.admitted) return refusedFor('too-many-attempts', admission.retryAfter);
    const { attempts, counts } = admission;
    try {
      const right = (await this.codeCheck.isRight(code, typed)) && counts;
      if (!right || code === null) return await this.wrong(found, code, attempts, context);
      const facts = { userId: found.userId, codeId: code.codeId, sessionId, userAgent };
      const opened = await this.opening.open(facts, context);
      if (opened === null) return await this.wrong(found, null, attempts, context);
      await Promise.all(attempts.map((attempt) => attempt.succeed()));
      return { outcome: 'done' as const, ...opened };
    } catch (error) {
      if (!(error instanceof HasherBusy)) throw error;
      await Promise.all(attempts.map((attempt) => attempt.withdraw()));
      return refusedFor('busy', 1);
    }
  }

  /** For an unknown identifier this reads somebody else's stream, so that it takes as long; what it says is dropped. */
  private async codeOf(found: Found, at: string): Promise<CaseCode | null> {
    const { state } = await this.aggregates.load(recovery, found.userId);
    return found.known ? liveCode(state, at) : null;
  }

  /** Side by side: a code that is good must not be told by the time its rejection takes. */
  private async wrong(
    { userId }: Found,
    code: CaseCode | null,
    attempts: readonly ReservedAttempt[],
    context: CommandContext,
  ) {
    await Promise.all([
      ...attempts.map((attempt) => attempt.fail()),
      code === null
        ? undefined
        : this.aggregates.transact(recovery, userId, context, (state) =>
            rejectCaseCode(state, { codeId: code.codeId, at: context.at }),
          ),
    ]);
    return refused('wrong-code');
  }
}
