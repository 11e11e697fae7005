import {
  Inject,
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { topics, type Message } from '#contracts';
import { EventStore, type RecordedEvent, type Subscription } from '#event-store';
import { MessageFeed, messagesOf } from '#messaging';
import { LOG, PLATFORM, Rounds, type Logger, type Platform } from '#platform';
import { ProjectionDatabase, runReactor } from '#projections';
import { Renewals } from '../renewal/renewals.step.js';
import { UserLife } from '../user-life/user-life.step.js';
import { SessionLimit } from './session-limit.step.js';
import { SupersededKeys } from './superseded-keys.step.js';

const SWEEP_EVERY_MS = 10 * 60 * 1000;

/** What auth does unasked, each part from its own checkpoint. Their file has no shape: a new read model repeats nothing here. */
@Injectable()
export class Background implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private database: ProjectionDatabase | null = null;
  private readonly running: Subscription[] = [];
  private sweeping: Rounds | undefined;

  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(LOG) private readonly log: Logger,
    private readonly events: EventStore,
    private readonly feed: MessageFeed,
    private readonly users: UserLife,
    private readonly renewals: Renewals,
    private readonly supersededKeys: SupersededKeys,
    private readonly sessionLimit: SessionLimit,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.platform.background) return;
    const database = ProjectionDatabase.open({ file: this.platform.readModel('auth-reactors'), shape: '' });
    this.database = database;
    this.running.push(
      runReactor<Message>({
        database,
        name: 'users',
        source: messagesOf(this.feed, { group: 'auth', topics: [topics.user], shared: true }),
        react: (message) => this.users.hear(message),
      }),
      this.following(database, 'renewals', (event) => this.renewals.after(event)),
      this.following(database, 'housekeeping', (event) => this.tidy(event)),
    );
    this.sweeping = new Rounds({
      every: SWEEP_EVERY_MS,
      make: () => this.supersededKeys.sweep(),
      onError: (error) => this.log.warn({ err: error }, 'expired provisional keys are swept later'),
    });
  }

  /** How far the slowest of them is. */
  position(): number {
    return Math.min(...this.running.map((subscription) => subscription.position()));
  }

  /** Resolves once everything that follows from what happened up to this position has been done. */
  async reached(position: number, timeout: number): Promise<void> {
    await Promise.all(this.running.map((subscription) => subscription.reached(position, timeout)));
  }

  private following(
    database: ProjectionDatabase,
    name: string,
    react: (event: RecordedEvent) => Promise<void | false>,
  ): Subscription {
    return runReactor<RecordedEvent>({ database, name, source: this.events, react });
  }

  /** One follower for both: each of them costs a reading of the whole log. */
  private async tidy(event: RecordedEvent): Promise<void | false> {
    const destroyed = await this.supersededKeys.after(event);
    const ended = await this.sessionLimit.after(event);
    if (destroyed === false && ended === false) return false;
  }

  /** Before the read model is closed, which it still asks. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.sweeping?.stop();
    await Promise.all(this.running.map((subscription) => subscription.stop()));
    this.database?.close();
  }
}
