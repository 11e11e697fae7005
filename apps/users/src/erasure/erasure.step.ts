import { Injectable } from '@nestjs/common';
import { AggregateStore, eventTime, type CommandContext } from '#aggregate-store';
import { EventStore, type RecordedEvent } from '#event-store';
import { DataKeys } from '#vault';
import { identifier } from '../identifier/identifier.js';
import { releaseIdentifier } from '../identifier/release-identifier.js';
import { ManagerCount } from '../school/count-manager.step.js';
import { user } from '../user/user.js';
import type { UserEvent } from '../user/user.events.js';
import { ErasureJournal } from './erasure-journal.adapter.js';

/** What was done to forget somebody. */
export type CarriedOut = Readonly<{
  position: number;
  erasedAt: string;
  reason: string;
  operators: string[];
  keys: string[];
}>;

/** Carries out an erasure that is recorded: every part may be repeated, and changes nothing then (GDP-02). */
@Injectable()
export class Erasure {
  constructor(
    private readonly aggregates: AggregateStore,
    private readonly events: EventStore,
    private readonly dataKeys: DataKeys,
    private readonly managers: ManagerCount,
    private readonly journal: ErasureJournal,
  ) {}

  /** Null when no erasure of this user is recorded. */
  async carryOut(userId: string): Promise<CarriedOut | null> {
    const [last] = await this.events.read(`user-${userId}`, { direction: 'backwards', limit: 1 });
    const { state } = await this.aggregates.load(user, userId);
    if (last === undefined || state.status !== 'erased') return null;
    const { reason = '', operators = [], requestId } = erasedIn(last);
    const [position, erasedAt] = [last.position, eventTime(last)];
    const key = `subject-${userId}`;
    const entry = { userId, erasedAt, position, reason, operators: [...operators] };
    await this.journal.append({ ...entry, ...(requestId !== undefined && { requestId }) });
    await this.dataKeys.destroy(key);
    const context: CommandContext = { commandId: `${last.id}:erasure`, at: erasedAt, channel: 'system' };
    await this.aggregates.transact(identifier, state.identifierDigest, context, (held) =>
      releaseIdentifier(held, { userId }),
    );
    await this.managers.settle(state.schoolId, userId, context);
    return { position, erasedAt, reason, operators: [...operators], keys: [key] };
  }
}

const erasedIn = (recorded: RecordedEvent) =>
  (recorded as unknown as Extract<UserEvent, { type: 'UserErased' }>).data;
