import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AggregateStore, type CommandContext } from '#aggregate-store';
import { step } from '../command.context.js';
import { attempts } from './attempts.js';
import { BucketBatches } from './bucket.batches.js';
import type { Bucket } from './buckets.adapter.js';
import { ReservedAttempt } from './reserved.attempt.js';
import { reserveAttempt } from './reserve-attempt.js';
import { secondsToWait } from './seconds-to-wait.js';
import { withMore } from './standing.js';
import { AttemptsUnderWay } from './under-way.adapter.js';

/**
 * Whether one may try: with what was reserved and how many failures in a row the first bucket had counted, or who refuses and for how
 * many seconds.
 */
export type Admission =
  | Readonly<{ admitted: true; attempt: ReservedAttempt; failuresBefore: number }>
  | Readonly<{ admitted: false; by: Bucket; retryAfter: number }>;

/** Reserves attempts before anything is compared (LOG-06), in several buckets at once. */
@Injectable()
export class AttemptsGate {
  constructor(
    private readonly aggregates: AggregateStore,
    private readonly batches: BucketBatches,
    private readonly underWay: AttemptsUnderWay,
  ) {}

  /**
   * Reserves one attempt in every bucket or in none. Shared buckets are looked at first; what counts in the others is the
   * conditional append of each reservation, and one that refuses takes everything back.
   */
  async reserve(buckets: readonly Bucket[], context: CommandContext): Promise<Admission> {
    // Of this try, and not of the command alone: a command that is delivered twice is tried twice.
    const attemptId = randomUUID();
    const own = step(context, attemptId);
    const shared = buckets.filter((bucket) => bucket.shared);
    // Counted before the look: whoever comes later sees this attempt here, or as a failure.
    const ahead = new Map(
      shared.map(({ id }) => [id, this.underWay.begin(id, attemptId, context.at)] as const),
    );
    const attemptIn = (reserved: readonly Bucket[]) =>
      new ReservedAttempt(this.batches, this.underWay, reserved, attemptId, own);
    const recorded = buckets.filter((bucket) => !bucket.shared);
    // Of several that record, one that refuses must not make the others write: a closed door makes the log no bigger.
    const looked = recorded.length > 1 ? buckets : shared;
    const waits = await Promise.all(looked.map((bucket) => this.wait(bucket, context.at, ahead)));
    let reserved: readonly Bucket[] = shared;
    if (waits.every((seconds) => seconds === 0)) {
      let failuresBefore = 0;
      const outcomes = await Promise.all(
        recorded.map(({ id, limits }) =>
          this.batches.change(id, step(own, 'reserve'), (standing) => {
            if (id === buckets[0]?.id) failuresBefore = standing.consecutive;
            return reserveAttempt(standing, { attemptId, at: context.at, limits });
          }),
        ),
      );
      // The account's own, or what stands in its place, comes first.
      reserved = [...recorded.filter((_, index) => outcomes[index] === 'done'), ...shared];
      if (reserved.length === buckets.length) {
        return { admitted: true, attempt: attemptIn(reserved), failuresBefore };
      }
    }
    await attemptIn(reserved).withdraw();
    return { admitted: false, ...(await this.refusing(buckets, context.at, ahead)) };
  }

  /** Who refuses, the first of them, and for how long the one that refuses longest does. */
  private async refusing(buckets: readonly Bucket[], now: string, ahead: ReadonlyMap<string, number>) {
    const waits = await Promise.all(buckets.map((bucket) => this.wait(bucket, now, ahead)));
    const first = waits.findIndex((seconds) => seconds > 0);
    return { by: buckets[Math.max(first, 0)]!, retryAfter: Math.max(1, ...waits) };
  }

  private async wait({ id, limits }: Bucket, now: string, ahead: ReadonlyMap<string, number>) {
    const { state } = await this.aggregates.load(attempts, id);
    return secondsToWait(withMore(state, ahead.get(id) ?? 0, now, limits), limits, now);
  }
}
