import { Inject, Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { LOG, type Logger } from '#platform';
import { DeliverMail } from './deliver-mail/deliver-mail.command.js';
import { Dispatcher } from './dispatcher.js';
import { Lanes } from './lanes.js';

/** A few more than the mailer has connections, so that these never wait for a key to be recorded. */
const WIDTH = 8;

/** Delivers beside whatever asked for it. What goes wrong here is found again by the outbox. */
@Injectable()
export class DeliveryLanes extends Dispatcher {
  private readonly lanes = new Lanes(WIDTH);

  constructor(
    private readonly commands: CommandBus,
    @Inject(LOG) private readonly log: Logger,
  ) {
    super();
  }

  dispatch(mailId: string): void {
    this.lanes.enter(mailId, async () => {
      try {
        await this.commands.execute(new DeliverMail(mailId));
      } catch (error) {
        this.log.warn({ mailId, err: error }, 'mail attempt not recorded');
      }
    });
  }

  idle(): Promise<void> {
    return this.lanes.idle();
  }
}
