import { Injectable } from '@nestjs/common';
import { AggregateStore, type CommandContext } from '#aggregate-store';
import { AttemptsGate } from '../attempts/attempts.gate.js';
import type { Bucket } from '../attempts/buckets.adapter.js';
import { step } from '../command.context.js';
import { credential } from '../credential/credential.js';
import { disableCredential } from '../credential/disable-credential.js';
import { HasherBusy } from '../key-hashing/key-hasher.js';
import { refusedFor } from '../refused.reply.js';

/** Codes typed by somebody who has the key: reserved before they are compared, by the rule of LOG-03 (MFA-04). */
@Injectable()
export class FactorAttempts {
  constructor(
    private readonly aggregates: AggregateStore,
    private readonly gate: AttemptsGate,
  ) {}

  /** Runs `work` as one attempt; only `wrong-code` counts. A hundred in a row: whoever guesses has the key, which must be renewed. */
  async trying<Answer extends Readonly<{ outcome: 'done' } | { outcome: 'refused'; reason: string }>>(
    { userId, bucket }: Readonly<{ userId: string; bucket: Bucket }>,
    context: CommandContext,
    work: () => Promise<Answer>,
  ) {
    const admission = await this.gate.reserve([bucket], context);
    if (!admission.admitted) return refusedFor('too-many-attempts', admission.retryAfter);
    const { attempt } = admission;
    try {
      const answer = await work();
      if (answer.outcome === 'done') await attempt.succeed();
      else if (answer.reason !== 'wrong-code') await attempt.withdraw();
      else if (await attempt.fail()) await this.disable(userId, context);
      return answer;
    } catch (error) {
      await attempt.withdraw();
      if (error instanceof HasherBusy) return refusedFor('busy', 2);
      throw error;
    }
  }

  private async disable(userId: string, context: CommandContext): Promise<void> {
    await this.aggregates.transact(credential, userId, step(context, 'disable'), (state) =>
      disableCredential(state, { reason: 'too-many-failures' }),
    );
  }
}
