import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { Mailer } from '../../smtp/mailer.js';
import { DemoMailbox } from '../demo-mailbox.js';
import { GetDemoMail } from './get-demo-mail.query.js';

@QueryHandler(GetDemoMail)
export class GetDemoMailHandler implements IQueryHandler<GetDemoMail> {
  constructor(private readonly mailer: Mailer) {}

  async execute({ asked: { mailId } }: GetDemoMail) {
    if (!(this.mailer instanceof DemoMailbox)) {
      return { outcome: 'refused' as const, reason: 'no-demo-mailbox' as const };
    }
    const mail = this.mailer.find(mailId);
    if (mail === undefined) return { outcome: 'refused' as const, reason: 'unknown-mail' as const };
    return { outcome: 'done' as const, mail };
  }
}
