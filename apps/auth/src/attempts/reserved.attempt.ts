import type { CommandContext } from '#aggregate-store';
import type { Decision } from '#event-sourcing';
import { step } from '../command.context.js';
import type { AttemptsEvent } from './attempts.events.js';
import type { BucketBatches } from './bucket.batches.js';
import type { Bucket } from './buckets.adapter.js';
import { countFailure } from './count-failure.js';
import { failAttempt, tooManyInARow } from './fail-attempt.js';
import type { Standing } from './standing.js';
import { succeedAttempt } from './succeed-attempt.js';
import type { AttemptsUnderWay } from './under-way.adapter.js';
import { withdrawAttempt } from './withdraw-attempt.js';

type Ending = (
  standing: Standing,
  facts: Readonly<{ attemptId: string; reservedAt: string; limits: Bucket['limits'] }>,
) => Decision<AttemptsEvent>;

/** An attempt that counts as a failure until it is said to be something else. The first bucket is the account's, or in its place. */
export class ReservedAttempt {
  constructor(
    private readonly batches: BucketBatches,
    private readonly underWay: AttemptsUnderWay,
    private readonly buckets: readonly Bucket[],
    private readonly attemptId: string,
    private readonly context: CommandContext,
  ) {}

  async succeed(): Promise<void> {
    await this.ending('succeed', succeedAttempt);
  }

  async withdraw(): Promise<void> {
    await this.ending('withdraw', withdrawAttempt);
  }

  /** Notes the failure. True when the key that was guessed at must be disabled (LOG-03). */
  async fail(): Promise<boolean> {
    const { attemptId, context } = this;
    const failing = step(context, 'fail');
    let exhausted = false;
    await Promise.all(
      this.buckets.map(({ id, limits, shared }, index) =>
        this.batches.change(id, failing, (standing) => {
          if (shared) return countFailure(standing, { attemptId, at: context.at, limits });
          if (index === 0) exhausted = tooManyInARow(standing);
          return failAttempt(standing, { attemptId });
        }),
      ),
    );
    this.release();
    return exhausted;
  }

  /** A shared bucket has nothing recorded that would have to be taken back. */
  private async ending(name: string, decide: Ending): Promise<void> {
    const { attemptId, context } = this;
    await Promise.all(
      this.buckets
        .filter(({ shared }) => !shared)
        .map(({ id, limits }) =>
          this.batches.change(id, step(context, name), (standing) =>
            decide(standing, { attemptId, reservedAt: context.at, limits }),
          ),
        ),
    );
    this.release();
  }

  private release(): void {
    for (const { id, shared } of this.buckets) if (shared) this.underWay.end(id, this.attemptId);
  }
}
