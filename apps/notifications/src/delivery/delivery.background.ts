import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { EventStore, patientHead, secondsBehind, type Subscription } from '#event-store';
import { Clock, LOG, type Logger, PLATFORM, type Platform } from '#platform';
import { ProjectionDatabase } from '#projections';
import { MailRequests } from '../following/request-mails.reactor.js';
import { Mailer } from '../smtp/mailer.js';
import { DeliveryLanes } from './delivery-lanes.step.js';
import { Outbox, outboxShape } from './outbox.projection.js';
import { MailAnswers } from './report-answers.reactor.js';
import { SentKeys } from './report-sent-keys.reactor.js';

const ROUND_MS = 1000;
const MAILS_A_ROUND = 100;
const LAST_ORDERS_MS = 3000;

/**
 * What runs by itself: following the other services, and going round the outbox for mails whose next attempt is due.
 * A mail that is asked for now waits for neither round nor timer.
 */
@Injectable()
export class DeliveryBackground implements OnApplicationBootstrap, OnApplicationShutdown {
  private database: ProjectionDatabase | undefined;
  private subscriptions: readonly Subscription[] = [];
  private timer: NodeJS.Timeout | undefined;
  private readonly ending = new AbortController();
  private isCaughtUp = (): boolean => false;

  constructor(
    private readonly events: EventStore,
    private readonly outbox: Outbox,
    private readonly requests: MailRequests,
    private readonly sentKeys: SentKeys,
    private readonly answers: MailAnswers,
    private readonly lanes: DeliveryLanes,
    private readonly mailer: Mailer,
    private readonly clock: Clock,
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.platform.background) return;
    const { metrics, readiness, readModel } = this.platform;
    const database = ProjectionDatabase.open({ file: readModel('notifications'), shape: outboxShape });
    this.database = database;
    let head = Infinity;
    // Not waited for: where the store is away, this service stands, and says in its readiness what it waits for.
    patientHead(this.events, this.ending.signal).then(
      (found) => (head = found),
      () => undefined,
    );
    const outbox = this.outbox.follow(database);
    this.subscriptions = [
      outbox,
      this.requests.follow(database),
      this.sentKeys.follow(database),
      this.answers.follow(database),
    ];
    this.isCaughtUp = () => outbox.position() >= head;
    metrics.projection('outbox', () => secondsBehind(this.events, outbox.position()));
    metrics.oldestMail(() => this.outbox.overdue(this.clock.now()));
    readiness.add({
      name: 'notifications',
      check: () => (this.isCaughtUp() ? null : 'still reading which mails are to be sent'),
    });
    this.timer = setInterval(() => this.round(), ROUND_MS).unref();
  }

  /** Dispatches the mails whose time has come. */
  round(): void {
    // Before that the outbox holds mails that later events have settled.
    if (!this.isCaughtUp()) return;
    try {
      const due = this.outbox.due(this.clock.now(), MAILS_A_ROUND);
      for (const mailId of due) this.lanes.dispatch(mailId);
    } catch (error) {
      this.log.error({ err: error }, 'outbox not readable');
    }
  }

  async onApplicationShutdown(): Promise<void> {
    this.ending.abort();
    clearInterval(this.timer);
    await Promise.all(this.subscriptions.map((subscription) => subscription.stop()));
    // What is under way may finish; what a silent mail server holds up is cut and tried again after the next start.
    const lastOrders = setTimeout(() => void this.mailer.close(), LAST_ORDERS_MS);
    await this.lanes.idle();
    clearTimeout(lastOrders);
    await this.mailer.close();
    this.database?.close();
  }
}
