import { Injectable } from '@nestjs/common';
import { AggregateStore, type CommandContext } from '#aggregate-store';
import type { ReservedAttempt } from '../attempts/reserved.attempt.js';
import { credential } from '../credential/credential.js';
import { redeemProvisionalKey } from '../credential/redeem-provisional-key.js';
import { SignInLevels } from '../factors/sign-in-levels.step.js';
import { KeyAppraiser } from '../key-policy/key-appraiser.js';
import { mayBeRemembered } from '../remember/may-be-remembered.js';
import { Remembering } from '../remember/remembering.step.js';
import { openSession } from '../session/open-session.js';
import { session } from '../session/session.js';
import { toldSession } from '../session/told-session.js';
import type { Opens } from './key-check.step.js';
import { Rehash } from './rehash.step.js';
import { unusualSignIn } from './unusual-sign-in.js';

type Facts = Readonly<{
  sessionId: string;
  userId: string;
  userAgent: string;
  /** A browser that asks to be remembered. */
  device: Readonly<{ selector: string; validatorHash: string }> | undefined;
  opens: Exclude<Opens, { kind: 'nothing' }>;
  key: string;
  attempt: ReservedAttempt;
  /** What is known of who typed it: the holder is told of what is unusual (LOG-09). */
  knownBrowser: boolean;
  failures: number;
}>;

/** Opens the session that the right key deserves. */
@Injectable()
export class SessionOpening {
  constructor(
    private readonly aggregates: AggregateStore,
    private readonly rehash: Rehash,
    private readonly appraiser: KeyAppraiser,
    private readonly levels: SignInLevels,
    private readonly remembering: Remembering,
  ) {}

  /** Null when the key was right and is so no more: somebody else was first with it. */
  async open(
    { sessionId, userId, userAgent, device, opens, key, attempt, ...around }: Facts,
    context: CommandContext,
  ) {
    if (opens.kind === 'provisional' && !(await this.redeem(opens.issueId, userId, sessionId, context)))
      return null;
    const chosen = opens.kind === 'chosen';
    if (!chosen) this.appraiser.prepare();
    const { epoch, generation, holder } = opens.state;
    const level = await this.levels.of(userId, { role: holder.role, chosen }, context);
    const facts = {
      sessionId,
      userId,
      userAgent,
      epoch,
      generation: chosen ? await this.rehash.ifDue(userId, opens, key, context) : generation,
      at: context.at,
    };
    const unusual = chosen ? unusualSignIn(opens.state, { ...around, at: context.at }) : null;
    // The browser first: a session must not live a moment longer than the browser it was opened with.
    const asks = level.level === 'full' && device !== undefined && mayBeRemembered(holder.role);
    const of = asks ? await this.remembering.grant({ ...facts, ...device }, context) : null;
    const [opened] = await Promise.all([
      this.aggregates.transact(session, sessionId, { ...context, actor: userId }, (state) =>
        openSession(state, {
          ...facts,
          ...level,
          ...(of === null ? {} : { of }),
          ...(unusual === null ? {} : { unusual }),
        }),
      ),
      attempt.succeed(),
    ]);
    if (opened.outcome === 'refused') return null;
    const [event] = opened.events;
    return event?.type === 'SessionOpened'
      ? {
          position: opened.position,
          session: toldSession(event.data),
          ...(of === null ? {} : { remembered: { expiresAt: of.expiresAt } }),
        }
      : null;
  }

  /** One append, one winner: a provisional key opens something once (EVT-08). */
  private async redeem(issueId: string, userId: string, sessionId: string, context: CommandContext) {
    const redeemed = await this.aggregates.transact(credential, userId, context, (state) =>
      redeemProvisionalKey(state, { issueId, sessionId, at: context.at }),
    );
    return redeemed.outcome === 'done';
  }
}
