import { timingSafeEqual } from 'node:crypto';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { AggregateStore, type CommandContext } from '#aggregate-store';
import { Clock, LOG, type Logger } from '#platform';
import { contextOf } from '../../command.context.js';
import { refused } from '../../refused.reply.js';
import { LivingSessions } from '../../session/living-sessions.step.js';
import { openSession } from '../../session/open-session.js';
import { session } from '../../session/session.js';
import { toldSession } from '../../session/told-session.js';
import { Families } from '../families.step.js';
import { remember } from '../remember.js';
import { resumeSession } from '../resume-session.js';
import { ResumeSession } from './resume-session.command.js';

/** Same length by contract: 64 hexadecimal digits. */
const same = (a: string, b: string) => timingSafeEqual(Buffer.from(a), Buffer.from(b));

@CommandHandler(ResumeSession)
export class ResumeSessionHandler implements ICommandHandler<ResumeSession> {
  constructor(
    private readonly aggregates: AggregateStore,
    private readonly families: Families,
    private readonly living: LivingSessions,
    private readonly clock: Clock,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  async execute({ asked }: ResumeSession) {
    const { selector, validatorHash, successorHash, sessionId, userAgent } = asked;
    const userId = (await this.families.open(selector))?.userId;
    if (userId === undefined) return refused('not-remembered');
    const context = contextOf(asked, this.clock.now(), userId);
    const resumed = await this.aggregates.transact(remember, selector, context, async (state) =>
      resumeSession(state, {
        isBrought: (hash) => same(hash, validatorHash),
        successorHash,
        sessionId,
        userAgent,
        holder: await this.families.holding(userId),
        at: context.at,
      }),
    );
    if (resumed.outcome === 'refused') return resumed;
    if (resumed.events[0]?.type === 'ReuseDetected') {
      // OWASP's word for it, so that whoever watches the log finds it (SES-06).
      this.log.warn({ event: 'authn_token_reuse', userId }, 'a spent remember-me cookie came back');
      return refused('not-remembered');
    }
    return this.open(asked, context);
  }

  /** Opens the session of this rotation, unless another tab, or this command before a crash, has done so already. */
  private async open({ selector, sessionId, userAgent }: ResumeSession['asked'], context: CommandContext) {
    const family = await this.families.open(selector);
    if (family === null) return refused('not-remembered');
    const { userId, epoch, generation, grantedAt, expiresAt } = family;
    const of = { selector, grantedAt, expiresAt };
    const facts = { sessionId, userId, level: 'full', epoch, generation, userAgent, of } as const;
    await this.aggregates.transact(session, sessionId, context, (state) =>
      openSession(state, { ...facts, at: context.at }),
    );
    const found = await this.living.find(sessionId, context.at);
    if (found?.session.userId !== userId) return refused('not-remembered');
    return {
      outcome: 'done' as const,
      position: found.position,
      session: toldSession(found.session),
      expiresAt,
    };
  }
}
