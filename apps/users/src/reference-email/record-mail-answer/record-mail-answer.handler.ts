import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { AggregateStore } from '#aggregate-store';
import { Clock } from '#platform';
import { following } from '../../command.context.js';
import { user } from '../../user/user.js';
import { recordMailAnswer } from '../record-mail-answer.js';
import { RecordMailAnswer } from './record-mail-answer.command.js';

@CommandHandler(RecordMailAnswer)
export class RecordMailAnswerHandler implements ICommandHandler<RecordMailAnswer> {
  constructor(
    private readonly aggregates: AggregateStore,
    private readonly clock: Clock,
  ) {}

  async execute({ asked }: RecordMailAnswer) {
    const { commandId, userId, refused, at } = asked;
    const context = following(commandId, this.clock.now());
    const done = await this.aggregates.transact(user, userId, context, (state) =>
      recordMailAnswer(state, { refused, at }),
    );
    return done.outcome === 'refused' ? done : { outcome: 'done' as const, position: done.position };
  }
}
