import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { AggregateStore } from '#aggregate-store';
import { Clock } from '#platform';
import { Dispatcher } from '../../delivery/dispatcher.js';
import { deadlineOf } from '../deadline.js';
import { mail } from '../mail.js';
import { requestMail } from '../request-mail.js';
import { RequestMail } from './request-mail.command.js';

@CommandHandler(RequestMail)
export class RequestMailHandler implements ICommandHandler<RequestMail> {
  constructor(
    private readonly aggregates: AggregateStore,
    private readonly dispatcher: Dispatcher,
    private readonly clock: Clock,
  ) {}

  async execute({ mailId, request }: RequestMail): Promise<void> {
    const now = this.clock.now();
    // The decision says the same; here it spares a rebuilt service a read per message of its whole history.
    if (now >= deadlineOf(request)) return;
    const context = { commandId: mailId, at: now, channel: 'system' } as const;
    await this.aggregates.transact(mail, mailId, context, (state) => requestMail(state, request, now));
    // Recorded is enough to go on to the next message: the mail leaves now, beside it, or later from the outbox.
    this.dispatcher.dispatch(mailId);
  }
}
