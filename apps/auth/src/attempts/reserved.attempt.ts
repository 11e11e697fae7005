import type { CommandContext } from '#aggregate-store';
import type { Decision } from '#event-sourcing';
import { step } from '../command.context.js';
import type { AttemptsEvent } from './attempts.events.js';
import type { BucketBatches } from './bucket.batches.js';
import type { Bucket } from './buckets.adapter.js';
import { failAttempt, tooManyInARow } from './fail-attempt.js';
import type { Standing } from './standing.js';
import { succeedAttempt } from './succeed-attempt.js';
import { withdrawAttempt } from './withdraw-attempt.js';

/** An attempt that counts as a failure until it is said to be something else. The first bucket is the account's, or in its place. */
export class ReservedAttempt {
  constructor(
    private readonly batches: BucketBatches,
    private readonly buckets: readonly Bucket[],
    private readonly attemptId: string,
    private readonly context: CommandContext,
  ) {}

  async succeed(): Promise<void> {
    await this.each('succeed', (standing, facts) => succeedAttempt(standing, facts));
  }

  async withdraw(): Promise<void> {
    await this.each('withdraw', (standing, facts) => withdrawAttempt(standing, facts));
  }

  /** Notes the failure. True when the key that was guessed at must be disabled (LOG-03). */
  async fail(): Promise<boolean> {
    const [first] = this.buckets;
    if (first === undefined) return false;
    const { attemptId } = this;
    let exhausted = false;
    await this.batches.change(first.id, step(this.context, 'fail'), (standing) => {
      exhausted = tooManyInARow(standing);
      return failAttempt(standing, { attemptId });
    });
    return exhausted;
  }

  private each(
    name: string,
    decide: (
      standing: Standing,
      facts: { attemptId: string; reservedAt: string; limits: Bucket['limits'] },
    ) => Decision<AttemptsEvent>,
  ) {
    const { attemptId, context } = this;
    return Promise.all(
      this.buckets.map(({ id, limits }) =>
        this.batches.change(id, step(context, name), (standing) =>
          decide(standing, { attemptId, reservedAt: context.at, limits }),
        ),
      ),
    );
  }
}
