import { type DynamicModule, Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { SignedLinks } from '#links';
import { type Platform, PlatformModule, SETTINGS } from '#platform';
import type { Settings } from '#settings';
import { DeliverMailHandler } from './delivery/deliver-mail/deliver-mail.handler.js';
import { DeliveryBackground } from './delivery/delivery.background.js';
import { DeliveryLanes } from './delivery/delivery-lanes.step.js';
import { Dispatcher } from './delivery/dispatcher.js';
import { Letters } from './delivery/letters.step.js';
import { Outbox } from './delivery/outbox.projection.js';
import { Recipients } from './delivery/recipients.step.js';
import { MailAnswers } from './delivery/report-answers.reactor.js';
import { SentKeys } from './delivery/report-sent-keys.reactor.js';
import { GetDemoMailController } from './demo-mailbox/get-demo-mail/get-demo-mail.controller.js';
import { GetDemoMailHandler } from './demo-mailbox/get-demo-mail/get-demo-mail.handler.js';
import { ListDemoMailsController } from './demo-mailbox/list-demo-mails/list-demo-mails.controller.js';
import { ListDemoMailsHandler } from './demo-mailbox/list-demo-mails/list-demo-mails.handler.js';
import { MailRequests } from './following/request-mails.reactor.js';
import { MailLinks } from './letter/mail-links.js';
import { RequestMailHandler } from './mail/request-mail/request-mail.handler.js';
import { ProvisionalKeys } from './provisional-key/provisional-keys.step.js';
import { mailerProvider } from './smtp/mailer.provider.js';

/** Follows what happens in the other services and writes to people about it. */
@Module({})
export class NotificationsModule {
  static with(platform: Platform): DynamicModule {
    return {
      module: NotificationsModule,
      imports: [PlatformModule.with(platform), CqrsModule.forRoot()],
      controllers: [ListDemoMailsController, GetDemoMailController],
      providers: [
        MailRequests,
        RequestMailHandler,
        DeliverMailHandler,
        Recipients,
        ProvisionalKeys,
        Letters,
        Outbox,
        SentKeys,
        MailAnswers,
        DeliveryBackground,
        DeliveryLanes,
        { provide: Dispatcher, useExisting: DeliveryLanes },
        {
          provide: MailLinks,
          inject: [SETTINGS, SignedLinks],
          useFactory: ({ publicUrl }: Settings, signed: SignedLinks) => new MailLinks(publicUrl, signed),
        },
        mailerProvider,
        ListDemoMailsHandler,
        GetDemoMailHandler,
      ],
    };
  }
}
