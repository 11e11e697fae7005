import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { Mailer } from '../../smtp/mailer.js';
import { DemoMailbox } from '../demo-mailbox.js';
import { ListDemoMails } from './list-demo-mails.query.js';

@QueryHandler(ListDemoMails)
export class ListDemoMailsHandler implements IQueryHandler<ListDemoMails> {
  constructor(private readonly mailer: Mailer) {}

  async execute() {
    if (!(this.mailer instanceof DemoMailbox)) {
      return { outcome: 'refused' as const, reason: 'no-demo-mailbox' as const };
    }
    return { outcome: 'done' as const, mails: this.mailer.list() };
  }
}
