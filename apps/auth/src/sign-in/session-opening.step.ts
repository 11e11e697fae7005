import { Injectable } from '@nestjs/common';
import { AggregateStore, type CommandContext } from '#aggregate-store';
import type { ReservedAttempt } from '../attempts/reserved.attempt.js';
import { credential } from '../credential/credential.js';
import { redeemProvisionalKey } from '../credential/redeem-provisional-key.js';
import { KeyAppraiser } from '../key-policy/key-appraiser.js';
import { grantRememberMe } from '../remember/grant-remember-me.js';
import { mayBeRemembered } from '../remember/may-be-remembered.js';
import { remember } from '../remember/remember.js';
import { openSession } from '../session/open-session.js';
import { session } from '../session/session.js';
import { toldSession } from '../session/told-session.js';
import type { Opens } from './key-check.step.js';
import { Rehash } from './rehash.step.js';

type Facts = Readonly<{
  sessionId: string;
  userId: string;
  userAgent: string;
  /** A browser that asks to be remembered. */
  device: Readonly<{ selector: string; validatorHash: string }> | undefined;
  opens: Exclude<Opens, { kind: 'nothing' }>;
  key: string;
  attempt: ReservedAttempt;
}>;

/** Opens the session that the right key deserves. */
@Injectable()
export class SessionOpening {
  constructor(
    private readonly aggregates: AggregateStore,
    private readonly rehash: Rehash,
    private readonly appraiser: KeyAppraiser,
  ) {}

  /** Null when the key was right and is so no more: somebody else was first with it. */
  async open({ sessionId, userId, userAgent, device, opens, key, attempt }: Facts, context: CommandContext) {
    if (opens.kind === 'provisional' && !(await this.redeem(opens.issueId, userId, sessionId, context)))
      return null;
    const chosen = opens.kind === 'chosen';
    if (!chosen) this.appraiser.prepare();
    const { epoch, generation } = opens.state;
    const facts = {
      sessionId,
      userId,
      userAgent,
      epoch,
      level: chosen ? ('full' as const) : ('choose-key' as const),
      generation: chosen ? await this.rehash.ifWeak(userId, opens, key, context) : generation,
      at: context.at,
    };
    // The browser first: a session must not live a moment longer than the browser it was opened with.
    const asks = chosen && device !== undefined && mayBeRemembered(opens.state.holder.role);
    const { level: _, ...asked } = facts;
    const of = asks ? await this.remembered({ ...asked, ...device }, context) : null;
    const [opened] = await Promise.all([
      this.aggregates.transact(session, sessionId, { ...context, actor: userId }, (state) =>
        openSession(state, { ...facts, ...(of === null ? {} : { of }) }),
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

  /** Null when that selector names a browser already: nobody is remembered under a name that was not made for them. */
  private async remembered(facts: Parameters<typeof grantRememberMe>[1], context: CommandContext) {
    const by = { ...context, actor: facts.userId };
    const granted = await this.aggregates.transact(remember, facts.selector, by, (state) =>
      grantRememberMe(state, facts),
    );
    const event = granted.outcome === 'done' ? granted.events[0] : undefined;
    return event?.type === 'RememberMeGranted' ? event.data : null;
  }

  /** One append, one winner: a provisional key opens something once (EVT-08). */
  private async redeem(issueId: string, userId: string, sessionId: string, context: CommandContext) {
    const redeemed = await this.aggregates.transact(credential, userId, context, (state) =>
      redeemProvisionalKey(state, { issueId, sessionId, at: context.at }),
    );
    return redeemed.outcome === 'done';
  }
}
