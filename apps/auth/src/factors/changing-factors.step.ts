import { Injectable } from '@nestjs/common';
import { AggregateStore, type CommandContext } from '#aggregate-store';
import type { Decision } from '#event-sourcing';
import { step } from '../command.context.js';
import { credential } from '../credential/credential.js';
import { endSessions } from '../credential/end-sessions.js';
import { refused } from '../refused.reply.js';
import { LivingSessions } from '../session/living-sessions.step.js';
import type { OpenSession } from '../session/session.events.js';
import { SessionTurns } from '../session/session-turns.step.js';
import { toldSession } from '../session/told-session.js';
import type { FactorsEvent } from './factors.events.js';
import { factors, type Factors } from './factors.js';
import { mayChangeFactors, type NotNow } from './may-change-factors.js';

type Who = Readonly<{ refusal: NotNow } | { refusal: null; session: OpenSession; factors: Factors }>;

type Change<Refusal extends string> = Readonly<{
  before: OpenSession;
  nextSessionId: string;
  factorGiven: boolean;
  decide: (state: Factors) => Decision<FactorsEvent, Refusal>;
}>;

/** Whether somebody may change their factors now, and the change itself with everything that ends by it. */
@Injectable()
export class ChangingFactors {
  constructor(
    private readonly aggregates: AggregateStore,
    private readonly living: LivingSessions,
    private readonly turns: SessionTurns,
  ) {}

  /** Who asks, in which session; or what is missing first (MFA-06). */
  async allowed(sessionId: string, at: string): Promise<Who> {
    const found = await this.living.find(sessionId, at);
    if (found === null) return { refusal: 'no-session' };
    const { state } = await this.aggregates.load(factors, found.session.userId);
    const may = mayChangeFactors(state, found.session, at);
    return may.kind === 'refuses'
      ? { refusal: may.reason }
      : { refusal: null, session: found.session, factors: state };
  }

  /** A command that comes a second time finds the session it went on in. */
  async repeated(nextSessionId: string, at: string) {
    const found = await this.living.find(nextSessionId, at);
    return found === null ? null : { position: found.position, session: toldSession(found.session) };
  }

  /**
   * Changes the factors and goes on in the next session. Every session ends first, this one too (SES-10): a crash in between leaves
   * nobody inside, and nothing that would still have to end.
   */
  async change<Refusal extends string>(
    { before, nextSessionId, factorGiven, decide }: Change<Refusal>,
    context: CommandContext,
  ) {
    const { userId } = before;
    const foreseen = decide((await this.aggregates.load(factors, userId)).state);
    if (foreseen.kind === 'refuses') return refused(foreseen.reason);
    await this.aggregates.transact(credential, userId, step(context, 'end-sessions'), (state) =>
      endSessions(state, { except: null }),
    );
    const changed = await this.aggregates.transact(factors, userId, context, decide);
    if (changed.outcome === 'refused') return changed;
    const next = { before, sessionId: nextSessionId, factorGiven };
    const turned = await this.turns.turn(next, context);
    if (turned === null) return refused('no-session');
    return { outcome: 'done' as const, ...turned, events: changed.events };
  }
}
