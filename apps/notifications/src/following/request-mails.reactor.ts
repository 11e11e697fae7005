import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { eventId } from '#aggregate-store';
import {
  type CredentialMessage,
  type Message,
  type SessionMessage,
  topics,
  type UserMessage,
} from '#contracts';
import type { Subscription } from '#event-store';
import { MessageFeed, messagesOf } from '#messaging';
import { type ProjectionDatabase, runReactor } from '#projections';
import { RequestMail } from '../mail/request-mail/request-mail.command.js';
import { Mailer } from '../smtp/mailer.js';
import { mailsFor } from './mails-for.js';
import { reasonToWrite } from './reason-to-write.js';

type Told = CredentialMessage | SessionMessage | UserMessage;

/** Follows what happens in auth and users, and requests the mails it calls for; letters about an erased user are deleted where any are kept. */
@Injectable()
export class MailRequests {
  constructor(
    private readonly feed: MessageFeed,
    private readonly commands: CommandBus,
    private readonly mailer: Mailer,
  ) {}

  follow(database: ProjectionDatabase): Subscription {
    return runReactor({
      database,
      name: 'mail-requests',
      source: messagesOf(this.feed, {
        group: 'notifications',
        topics: [topics.credential, topics.session, topics.user],
        shared: true,
      }),
      react: (message) => this.request(message as Message<Told>),
    });
  }

  private async request(message: Message<Told>): Promise<void> {
    if (message.body.type === 'user.erased') this.mailer.forget(message.body.userId);
    for (const request of mailsFor(message)) {
      // One mail for one reason and kind: whoever calls for it again finds the same stream.
      const mailId = eventId(reasonToWrite(message.id, request), request.kind, 0);
      await this.commands.execute(new RequestMail(mailId, request));
    }
  }
}
