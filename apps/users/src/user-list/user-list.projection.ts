import { Inject, Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { AggregateStore } from '#aggregate-store';
import { topics, type CredentialMessage, type Message, type SessionMessage } from '#contracts';
import { patientHead, type RecordedEvent, secondsBehind, type Subscription } from '#event-store';
import { messagesOf } from '#messaging';
import { PLATFORM, type Platform } from '#platform';
import { ProjectionDatabase, runProjection, type Change, type Sql } from '#projections';
import { user } from '../user/user.js';
import { changeOfSignIn, changeOfUser } from './user-list-changes.step.js';
import { userListShape } from './user-list.shape.js';

const prefix = `${user.category}-`;
const FOR_EVER_MS = 2 ** 31 - 1;

/** Keeps the user list up to date: from the users' own events, and from what auth publishes. */
@Injectable()
export class UserListProjection implements OnModuleInit, OnModuleDestroy {
  private database: ProjectionDatabase | undefined;
  private subscriptions: readonly Subscription[] = [];
  private caughtUp = false;
  private readonly ending = new AbortController();

  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    private readonly aggregates: AggregateStore,
  ) {}

  onModuleInit(): void {
    const { background, readModel, readiness, metrics, events, feed } = this.platform;
    if (!background) return;
    const database = ProjectionDatabase.open({ file: readModel('user-list'), shape: userListShape });
    this.database = database;
    this.subscriptions = [
      runProjection({ database, name: 'users', source: events, project: (event) => this.ofUser(event) }),
      runProjection({
        database,
        name: 'sign-ins',
        source: messagesOf(feed, { group: 'users.user-list', topics: [topics.credential, topics.session] }),
        project: (message) => changeOfSignIn(message as Message<CredentialMessage | SessionMessage>),
      }),
    ];
    const positions = () => this.subscriptions.map((subscription) => subscription.position());
    metrics.projection('user-list', () => secondsBehind(events, Math.min(...positions())));
    readiness.add({ name: 'user list', check: () => (this.caughtUp ? null : 'is being filled') });
    // Not waited for: where the store is away, users stands, and says in its readiness what it waits for.
    this.fill().catch(() => undefined);
  }

  async onModuleDestroy(): Promise<void> {
    this.ending.abort();
    await Promise.all(this.subscriptions.map((subscription) => subscription.stop()));
    this.database?.close();
    this.database = undefined;
  }

  /** The rows, or null where this process keeps none (at the command line). */
  get sql(): Sql | null {
    return this.database?.sql ?? null;
  }

  /** Resolves once the list shows everything up to that position; rejects after `timeout` milliseconds (invariant 8). */
  async reached(position: number, timeout: number): Promise<void> {
    await this.subscriptions[0]?.reached(position, timeout);
  }

  /** Full once it holds all there was at the start: being a moment behind a log that goes on is its nature. */
  private async fill(): Promise<void> {
    const head = await patientHead(this.platform.events, this.ending.signal);
    await Promise.all(this.subscriptions.map((subscription) => subscription.reached(head, FOR_EVER_MS)));
    this.caughtUp = true;
  }

  private async ofUser(recorded: RecordedEvent): Promise<Change> {
    if (!recorded.stream.startsWith(prefix)) return null;
    const userId = recorded.stream.slice(prefix.length);
    const event = await this.aggregates.decode(user, recorded);
    return changeOfUser(userId, event, () => this.database?.leaveNoTrace());
  }
}
