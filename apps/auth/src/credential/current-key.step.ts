import { Injectable } from '@nestjs/common';
import { AggregateStore, type CommandContext } from '#aggregate-store';
import { AttemptsGate } from '../attempts/attempts.gate.js';
import { Buckets } from '../attempts/buckets.adapter.js';
import type { ReservedAttempt } from '../attempts/reserved.attempt.js';
import { step } from '../command.context.js';
import { HasherBusy, KeyHasher } from '../key-hashing/key-hasher.js';
import { AppraiserBusy } from '../key-policy/key-appraiser.js';
import { refused, refusedFor } from '../refused.reply.js';
import { credential } from './credential.js';
import { disableCredential } from './disable-credential.js';

type Asked = Readonly<{ userId: string; sessionId: string; key: string }>;

/**
 * The key typed again by somebody in a session. Guesses are counted per session, by the rule of LOG-03: an unlocked
 * screen is no better place to guess from, and strangers outside cannot lock out whoever is inside (LOG-07).
 */
@Injectable()
export class CurrentKey {
  constructor(
    private readonly aggregates: AggregateStore,
    private readonly gate: AttemptsGate,
    private readonly buckets: Buckets,
    private readonly hasher: KeyHasher,
  ) {}

  async confirm({ userId, sessionId, key }: Asked, context: CommandContext) {
    return this.trying({ userId, sessionId }, context, async () => {
      const { state } = await this.aggregates.load(credential, userId);
      const right =
        state.kind === 'open' && state.hash !== null && (await this.hasher.verify(state.hash, key));
      return right ? { outcome: 'done' as const } : refused('wrong-key');
    });
  }

  /** Runs `work` as one attempt; what it answers says what becomes of the attempt. */
  async trying<Answer extends Readonly<{ outcome: 'done' } | { outcome: 'refused'; reason: string }>>(
    { userId, sessionId }: Omit<Asked, 'key'>,
    context: CommandContext,
    work: () => Promise<Answer>,
  ) {
    if (this.hasher.isBusy()) return refusedFor('busy', 1);
    const admission = await this.gate.reserve([this.buckets.session(userId, sessionId)], context);
    if (!admission.admitted) return refusedFor('too-many-attempts', admission.retryAfter);
    const { attempt } = admission;
    const answer = await this.answerOf(work, attempt);
    if (answer.outcome === 'done') await attempt.succeed();
    else if (answer.reason === 'wrong-key') await this.wrong(userId, attempt, context);
    else await attempt.withdraw();
    return answer;
  }

  /** Work that fails has compared nothing, or found the key right: nobody is told anything, so nothing counts. */
  private async answerOf<Answer>(work: () => Promise<Answer>, attempt: ReservedAttempt) {
    try {
      return await work();
    } catch (error) {
      if (error instanceof HasherBusy || error instanceof AppraiserBusy) return refusedFor('busy', 2);
      await attempt.withdraw();
      throw error;
    }
  }

  private async wrong(userId: string, attempt: ReservedAttempt, context: CommandContext): Promise<void> {
    if (!(await attempt.fail())) return;
    await this.aggregates.transact(credential, userId, step(context, 'disable'), (state) =>
      disableCredential(state, { reason: 'too-many-failures' }),
    );
  }
}
