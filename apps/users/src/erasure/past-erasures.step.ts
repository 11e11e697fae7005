import { Inject, Injectable } from '@nestjs/common';
import { AggregateStore, eventId } from '#aggregate-store';
import { EventStore } from '#event-store';
import { Clock, LOG, type Logger } from '#platform';
import { eraseAgain } from '../user/erase-again.js';
import { user } from '../user/user.js';
import { ErasureJournal, type JournalEntry } from './erasure-journal.adapter.js';
import { Erasure } from './erasure.step.js';

/** Holds the store to the erasure journal, in case it is older than that (GDP-03). */
@Injectable()
export class PastErasures {
  constructor(
    private readonly aggregates: AggregateStore,
    private readonly events: EventStore,
    private readonly journal: ErasureJournal,
    private readonly erasure: Erasure,
    private readonly clock: Clock,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  /** Erases again whoever came back with an older backup; answers their ids, and how many the journal knows. */
  async reapply(): Promise<{ known: number; reapplied: string[] }> {
    const entries = this.journal.entries();
    const reapplied: string[] = [];
    for (const entry of entries) if (await this.cameBack(entry)) reapplied.push(entry.userId);
    if (reapplied.length > 0) this.log.warn({ reapplied }, 'erased again after an older backup');
    return { known: entries.length, reapplied };
  }

  private async cameBack({ userId, reason, operators, requestId }: JournalEntry): Promise<boolean> {
    const [last] = await this.events.read(`user-${userId}`, { direction: 'backwards', limit: 1 });
    // Nobody, when the backup is older than the person.
    if (last === undefined || last.type === 'UserErased') return false;
    const context = {
      commandId: eventId(last.id, 'erased-again', 0),
      at: this.clock.now(),
      channel: 'system',
    } as const;
    await this.aggregates.transact(user, userId, context, (state) =>
      eraseAgain(state, { reason, operators, ...(requestId !== undefined && { requestId }) }),
    );
    return (await this.erasure.carryOut(userId)) !== null;
  }
}
