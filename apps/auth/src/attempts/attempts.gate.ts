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

/** Whether one may try: with what was reserved, or who refuses and for how many seconds. */
export type Admission =
  | Readonly<{ admitted: true; attempt: ReservedAttempt }>
  | Readonly<{ admitted: false; by: Bucket; retryAfter: number }>;

type Waiting = Readonly<{ bucket: Bucket; seconds: number }>;

/** Reserves attempts before anything is compared (LOG-06), in several buckets at once. */
@Injectable()
export class AttemptsGate {
  constructor(
    private readonly aggregates: AggregateStore,
    private readonly batches: BucketBatches,
  ) {}

  /**
   * Reserves one attempt in every bucket or in none. Looking first keeps the throttled from writing anything; what
   * counts is the conditional append of each reservation, and one that a race refuses takes the others back.
   */
  async reserve(buckets: readonly Bucket[], context: CommandContext): Promise<Admission> {
    const refusing = await this.refusing(buckets, context.at);
    if (refusing !== null) return { admitted: false, by: refusing.bucket, retryAfter: refusing.seconds };

    // Of this try, and not of the command alone: a command that is delivered twice is tried twice.
    const attemptId = randomUUID();
    const own = step(context, attemptId);
    const outcomes = await Promise.all(
      buckets.map(({ id, limits }) =>
        this.batches.change(id, step(own, 'reserve'), (standing) =>
          reserveAttempt(standing, { attemptId, at: context.at, limits }),
        ),
      ),
    );
    const reserved = buckets.filter((_, index) => outcomes[index] === 'done');
    const attempt = new ReservedAttempt(this.batches, reserved, attemptId, own);
    if (reserved.length === buckets.length) return { admitted: true, attempt };

    await attempt.withdraw();
    const by = buckets.find((bucket) => !reserved.includes(bucket)) ?? buckets[0]!;
    const now = await this.refusing([by], context.at);
    return { admitted: false, by, retryAfter: now?.seconds ?? 1 };
  }

  /** The bucket that refuses longest; the first of them decides who is named. */
  private async refusing(buckets: readonly Bucket[], now: string): Promise<Waiting | null> {
    const waits = await Promise.all(
      buckets.map(async (bucket) => {
        const { state } = await this.aggregates.load(attempts, bucket.id);
        return { bucket, seconds: secondsToWait(state, bucket.limits, now) };
      }),
    );
    const refusing = waits.filter(({ seconds }) => seconds > 0);
    const first = refusing[0];
    return first === undefined
      ? null
      : { bucket: first.bucket, seconds: Math.max(...refusing.map(({ seconds }) => seconds)) };
  }
}
