import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { AggregateStore } from '#aggregate-store';
import { EventStore, type RecordedEvent } from '#event-store';
import { Clock } from '#platform';
import { Auditing } from '../../auditing/auditing.step.js';
import { contextOf } from '../../command.context.js';
import { refused } from '../../refused.reply.js';
import { unlockRecord } from '../unlock-record.js';
import { user } from '../user.js';
import type { UserEvent } from '../user.events.js';
import { UnlockRecord } from './unlock-record.command.js';

/** Recorded first: nobody reads and then fails to leave a trace. */
@CommandHandler(UnlockRecord)
export class UnlockRecordHandler implements ICommandHandler<UnlockRecord> {
  constructor(
    private readonly aggregates: AggregateStore,
    private readonly events: EventStore,
    private readonly auditing: Auditing,
    private readonly clock: Clock,
  ) {}

  async execute({ asked }: UnlockRecord) {
    const operator = await this.auditing.auditorBehind(asked.actor, asked.operator);
    if (operator === null) return refused('not-allowed');
    const { userId, caseId, reason } = asked;
    const done = await this.aggregates.transact(user, userId, contextOf(asked, this.clock.now()), (state) =>
      unlockRecord(state, { caseId, reason, operator }),
    );
    if (done.outcome === 'refused') return done;
    const recorded = await this.events.read(`user-${userId}`);
    const told = await Promise.all(recorded.map((event) => this.fieldsOf(event)));
    return { outcome: 'done' as const, position: done.position, personal: told.flat() };
  }

  private async fieldsOf(recorded: RecordedEvent) {
    const event: UserEvent = await this.aggregates.decode(user, recorded);
    const { position } = recorded;
    switch (event.type) {
      case 'UserRegistered': {
        const { identifier, name, email } = event.data;
        return [
          { position, field: 'name' as const, value: name },
          { position, field: 'identifier' as const, value: identifier },
          { position, field: 'email' as const, value: email },
        ];
      }
      case 'ReferenceEmailChangeRequested':
        return [{ position, field: 'email' as const, value: event.data.email }];
      default:
        return [];
    }
  }
}
