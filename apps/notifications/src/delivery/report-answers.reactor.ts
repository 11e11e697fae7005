import { Injectable } from '@nestjs/common';
import { AggregateStore, eventTime } from '#aggregate-store';
import { RecordMailAnswer } from '#contracts';
import { EventStore, type RecordedEvent, type Subscription } from '#event-store';
import { Clock } from '#platform';
import { type ProjectionDatabase, runReactor } from '#projections';
import { ServiceBus } from '#service-bus';
import { mailingFor } from '../letter/mailings.js';
import { isRefused } from '../mail/is-refused.js';
import { secondsAfter } from '../mail/instant.js';
import { mail } from '../mail/mail.js';
import type { MailKind, RequestOf } from '../mail/mail-request.js';

/** Seconds after which an answer is old news: a service that is rebuilt hears a year of them. */
const NEWS = 7 * 24 * 60 * 60;

/** Tells users, from the log, whether mail to somebody arrives: a manager sees whom nothing reaches (EML-07). */
@Injectable()
export class MailAnswers {
  constructor(
    private readonly events: EventStore,
    private readonly aggregates: AggregateStore,
    private readonly bus: ServiceBus,
    private readonly clock: Clock,
  ) {}

  follow(database: ProjectionDatabase): Subscription {
    return runReactor({
      database,
      name: 'mail-answers',
      source: this.events,
      react: (event) => this.report(event),
    });
  }

  private async report(recorded: RecordedEvent): Promise<void | false> {
    const { stream, type, id } = recorded;
    if (!stream.startsWith('mail-') || (type !== 'MailAccepted' && type !== 'MailAbandoned')) return false;
    const at = eventTime(recorded);
    if (secondsAfter(at, NEWS) <= this.clock.now()) return false;
    const { state } = await this.aggregates.load(mail, stream.slice('mail-'.length));
    if (state.status !== 'accepted' && state.status !== 'abandoned') return false;
    const { request } = state;
    const audience = mailingFor<MailKind>(request as RequestOf<MailKind>).audience(request);
    const refused = isRefused(await this.aggregates.decode(mail, recorded), audience);
    if (refused === null) return false;
    // Refused means that nobody is there any more.
    await this.bus.ask(RecordMailAnswer, { commandId: id, userId: request.userId, refused, at });
  }
}
