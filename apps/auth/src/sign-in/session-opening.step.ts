import { Injectable } from '@nestjs/common';
import { AggregateStore, type CommandContext } from '#aggregate-store';
import type { ReservedAttempt } from '../attempts/reserved.attempt.js';
import { credential } from '../credential/credential.js';
import { redeemProvisionalKey } from '../credential/redeem-provisional-key.js';
import { openSession } from '../session/open-session.js';
import { session } from '../session/session.js';
import { toldSession } from '../session/told-session.js';
import type { Opens } from './key-check.step.js';
import { Rehash } from './rehash.step.js';

type Facts = Readonly<{
  sessionId: string;
  userId: string;
  userAgent: string;
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
  ) {}

  /** Null when the key was right and is so no more: somebody else was first with it. */
  async open({ sessionId, userId, userAgent, opens, key, attempt }: Facts, context: CommandContext) {
    if (opens.kind === 'provisional' && !(await this.redeem(opens.issueId, userId, sessionId, context)))
      return null;
    const chosen = opens.kind === 'chosen';
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
    const [opened] = await Promise.all([
      this.aggregates.transact(session, sessionId, { ...context, actor: userId }, (state) =>
        openSession(state, facts),
      ),
      attempt.succeed(),
    ]);
    if (opened.outcome === 'refused') return null;
    const [event] = opened.events;
    return event?.type === 'SessionOpened'
      ? { position: opened.position, session: toldSession(event.data) }
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
