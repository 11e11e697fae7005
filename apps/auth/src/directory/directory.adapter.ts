import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { EventStore, patientHead, type RecordedEvent, type Subscription } from '#event-store';
import { PLATFORM, type Platform } from '#platform';
import { ProjectionDatabase, runProjection } from '#projections';
import { ServiceUnavailable } from '#service-bus';
import { project } from './auth.projection.js';
import { shape } from './auth-shape.adapter.js';

/** Whose identifier it is; when nobody's, somebody else whose streams can be read all the same (LOG-02). */
export type Found = Readonly<{ userId: string; known: boolean }>;

/** Ids of provisional keys and of codes of support that are over, and the time it is. */
type Overtaken = Readonly<{ issueIds: readonly string[]; codeIds: readonly string[]; now: string }>;

const PATIENCE_MS = 5_000;

/** Finds users by the digest of their identifier, sessions by their user. Follows the log; whoever decides reads the streams. */
@Injectable()
export class Directory implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly database: ProjectionDatabase;
  private subscription: Subscription | null = null;
  private caughtUp = false;
  private readonly ending = new AbortController();

  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    private readonly events: EventStore,
  ) {
    this.database = ProjectionDatabase.open({ file: platform.readModel('auth'), shape });
  }

  onApplicationBootstrap(): void {
    if (!this.platform.background) return;
    this.subscription = runProjection<RecordedEvent>({
      database: this.database,
      name: 'auth',
      source: this.events,
      project,
    });
    // Not waited for: where the store is away, auth stands, and says in its readiness what it waits for.
    this.read(this.subscription).catch(() => undefined);
  }

  async onApplicationShutdown(): Promise<void> {
    this.ending.abort();
    await this.subscription?.stop();
    this.database.close();
  }

  /** Whether everything that had happened before this process started is known. */
  isCaughtUp(): boolean {
    return this.caughtUp;
  }

  position(): number {
    return this.subscription?.position() ?? -1;
  }

  /** Resolves once the log was followed that far. Rejects with ServiceUnavailable when that takes too long. */
  async reached(position: number): Promise<void> {
    try {
      await this.subscription?.reached(position, PATIENCE_MS);
    } catch {
      throw new ServiceUnavailable('the directory lags behind');
    }
  }

  /** One and the same question for known and unknown identifiers. Throws ServiceUnavailable before the log was read. */
  find(identifierDigest: string): Found {
    if (!this.caughtUp) throw new ServiceUnavailable('the directory is being read');
    const next =
      'SELECT identifier_digest, user_id FROM directory WHERE identifier_digest >= ? ORDER BY identifier_digest LIMIT 1';
    const row = this.row(next, identifierDigest) ?? this.row(next, '');
    return row === undefined
      ? { userId: 'nobody', known: false }
      : { userId: row.user_id, known: row.identifier_digest === identifierDigest };
  }

  /** Ids of this user's sessions that have neither ended nor expired as far as is known, newest first. */
  sessionsOf(userId: string, now: string): readonly string[] {
    const rows = this.database.sql
      .prepare(
        'SELECT session_id FROM session WHERE user_id = ? AND expires_at > ? ORDER BY opened_at DESC, rowid DESC',
      )
      .all(userId, now) as { session_id: string }[];
    return rows.map((row) => row.session_id);
  }

  /** Selectors of this user's remembered browsers that have neither ended nor expired as far as is known, last used first. */
  rememberedOf(userId: string, now: string): readonly string[] {
    const rows = this.database.sql
      .prepare('SELECT selector FROM remembered WHERE user_id = ? AND expires_at > ? ORDER BY used_at DESC')
      .all(userId, now) as { selector: string }[];
    return rows.map((row) => row.selector);
  }

  /** Provisional keys whose time was over by then. */
  provisionalKeysExpired(by: string): readonly string[] {
    const rows = this.database.sql
      .prepare('SELECT issue_id FROM provisional_key WHERE expires_at <= ?')
      .all(by) as { issue_id: string }[];
    return rows.map((row) => row.issue_id);
  }

  /** Codes of support whose time was over by then. */
  caseCodesExpired(by: string): readonly string[] {
    const rows = this.database.sql.prepare('SELECT code_id FROM case_code WHERE expires_at <= ?').all(by) as {
      code_id: string;
    }[];
    return rows.map((row) => row.code_id);
  }

  /** Forgets what time has overtaken. */
  forget({ issueIds, codeIds, now }: Overtaken): void {
    const forgetCode = this.database.sql.prepare('DELETE FROM case_code WHERE code_id = ?');
    for (const codeId of codeIds) forgetCode.run(codeId);
    const forget = this.database.sql.prepare('DELETE FROM provisional_key WHERE issue_id = ?');
    for (const issueId of issueIds) forget.run(issueId);
    this.database.sql.prepare('DELETE FROM session WHERE expires_at <= ?').run(now);
    this.database.sql.prepare('DELETE FROM remembered WHERE expires_at <= ?').run(now);
  }

  private async read(subscription: Subscription): Promise<void> {
    await subscription.reached(await patientHead(this.events, this.ending.signal), 2 ** 31 - 1);
    this.caughtUp = true;
  }

  private row(query: string, digest: string) {
    return this.database.sql.prepare(query).get(digest) as
      { identifier_digest: string; user_id: string } | undefined;
  }
}
