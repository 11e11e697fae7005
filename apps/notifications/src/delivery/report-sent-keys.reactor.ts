import { Injectable } from '@nestjs/common';
import { AggregateStore } from '#aggregate-store';
import { RecordProvisionalKeySent } from '#contracts';
import { EventStore, type RecordedEvent, type Subscription } from '#event-store';
import { type ProjectionDatabase, runReactor } from '#projections';
import { ServiceBus } from '#service-bus';
import { mail } from '../mail/mail.js';

/** Tells auth that a provisional key has left, from the log: a crash after the mail server's answer delays it and loses nothing. */
@Injectable()
export class SentKeys {
  constructor(
    private readonly events: EventStore,
    private readonly aggregates: AggregateStore,
    private readonly bus: ServiceBus,
  ) {}

  follow(database: ProjectionDatabase): Subscription {
    return runReactor({
      database,
      name: 'sent-keys',
      source: this.events,
      react: (event) => this.report(event),
    });
  }

  private async report(recorded: RecordedEvent): Promise<void | false> {
    if (!recorded.stream.startsWith('mail-') || recorded.type !== 'MailAccepted') return false;
    const { state } = await this.aggregates.load(mail, recorded.stream.slice('mail-'.length));
    if (state.status !== 'accepted' || state.issueId === null) return false;
    const { issueId, request } = state;
    // Refused means that auth does not need to know any more.
    await this.bus.ask(RecordProvisionalKeySent, { commandId: recorded.id, userId: request.userId, issueId });
  }
}
