import { Injectable } from '@nestjs/common';
import { AggregateStore, type CommandContext } from '#aggregate-store';
import { records, type Decision } from '#event-sourcing';
import { attempts } from './attempts.js';
import type { AttemptsEvent } from './attempts.events.js';
import type { Standing } from './standing.js';

type Decide = (standing: Standing) => Decision<AttemptsEvent, 'too-many-attempts'>;

type Waiting = Readonly<{
  context: CommandContext;
  decide: Decide;
  settle(outcome: 'done' | 'refused'): void;
  fail(error: unknown): void;
}>;

/** Events of one append. */
const MOST = 64;

/**
 * Changes to one bucket, several in one append. Under attack, everybody's failures meet in the buckets of their network and
 * of everyone: one commit for each, one after the other, would make the disk the limit of how many can be answered.
 */
@Injectable()
export class BucketBatches {
  private readonly waiting = new Map<string, Waiting[]>();

  constructor(private readonly aggregates: AggregateStore) {}

  /** Decides on the standing that all before it have left, and records in the same order. */
  change(bucketId: string, context: CommandContext, decide: Decide): Promise<'done' | 'refused'> {
    return new Promise((settle, fail) => {
      const mine = { context, decide, settle, fail };
      const queue = this.waiting.get(bucketId);
      if (queue !== undefined) return void queue.push(mine);
      this.waiting.set(bucketId, [mine]);
      void this.run(bucketId);
    });
  }

  private async run(bucketId: string): Promise<void> {
    for (;;) {
      const queue = this.waiting.get(bucketId) ?? [];
      if (queue.length === 0) return void this.waiting.delete(bucketId);
      await this.commit(bucketId, queue.splice(0, MOST));
    }
  }

  private async commit(bucketId: string, batch: readonly Waiting[]): Promise<void> {
    let outcomes: ('done' | 'refused')[] = [];
    try {
      await this.aggregates.transact(attempts, bucketId, batch[0]!.context, (standing) => {
        const decided = decideAll(standing, batch);
        outcomes = decided.outcomes;
        return records(...decided.events);
      });
      batch.forEach(({ settle }, index) => settle(outcomes[index] ?? 'refused'));
    } catch (error) {
      for (const { fail } of batch) fail(error);
    }
  }
}

const decideAll = (standing: Standing, batch: readonly Waiting[]) => {
  const events: AttemptsEvent[] = [];
  let now = standing;
  const outcomes = batch.map(({ decide }) => {
    const decision = decide(now);
    if (decision.kind === 'refuses') return 'refused' as const;
    events.push(...decision.events);
    now = decision.events.reduce(attempts.evolve, now);
    return 'done' as const;
  });
  return { events, outcomes };
};
