import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { AggregateStore } from '#aggregate-store';
import { Clock } from '#platform';
import { contextOf } from '../../command.context.js';
import { credential } from '../credential.js';
import { recordProvisionalKeySent } from '../record-provisional-key-sent.js';
import { RecordProvisionalKeySent } from './record-provisional-key-sent.command.js';

@CommandHandler(RecordProvisionalKeySent)
export class RecordProvisionalKeySentHandler implements ICommandHandler<RecordProvisionalKeySent> {
  constructor(
    private readonly aggregates: AggregateStore,
    private readonly clock: Clock,
  ) {}

  async execute({ asked }: RecordProvisionalKeySent) {
    const { userId, issueId } = asked;
    const context = contextOf(asked, this.clock.now());
    const sent = await this.aggregates.transact(credential, userId, context, (state) =>
      recordProvisionalKeySent(state, { issueId }),
    );
    return sent.outcome === 'refused' ? sent : { outcome: 'done' as const, position: sent.position };
  }
}
