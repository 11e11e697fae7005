import { Injectable } from '@nestjs/common';
import { AggregateStore, eventTime } from '#aggregate-store';
import { EventStore, type RecordedEvent, type Subscription } from '#event-store';
import { type ProjectionDatabase, runProjection, type Sql } from '#projections';
import { mail } from '../mail/mail.js';
import { nextLook } from './next-look.js';

/** Mails that are not settled, and when each is to be looked at. No row says anything about a person. */
export const outboxShape = `
  CREATE TABLE outbox (mail_id TEXT PRIMARY KEY, due_at TEXT NOT NULL) WITHOUT ROWID;
  CREATE INDEX outbox_by_due ON outbox (due_at)`;

const PREFIX = 'mail-';

/** The mails still to be sent, found again in the log after a restart. It only reminds; whether a mail may be sent the aggregate decides. */
@Injectable()
export class Outbox {
  private database: ProjectionDatabase | undefined;
  private subscription: Subscription | undefined;

  constructor(
    private readonly events: EventStore,
    private readonly aggregates: AggregateStore,
  ) {}

  follow(database: ProjectionDatabase): Subscription {
    this.database = database;
    this.subscription = runProjection({
      database,
      name: 'outbox',
      source: this.events,
      project: (event) => (event.stream.startsWith(PREFIX) ? this.project(event) : null),
    });
    return this.subscription;
  }

  /** Resolves once the outbox knows every event up to a position; rejects after `timeout` milliseconds. */
  async reached(position: number, timeout: number): Promise<void> {
    await this.subscription?.reached(position, timeout);
  }

  /** Mails to look at by now, the longest waiting first. */
  due(now: string, limit: number): readonly string[] {
    const rows = this.database?.sql
      .prepare('SELECT mail_id FROM outbox WHERE due_at <= ? ORDER BY due_at LIMIT ?')
      .all(now, limit);
    return (rows ?? []).map((row) => (row as { mail_id: string }).mail_id);
  }

  /** Seconds for which the longest waiting mail should have been looked at; 0 when none is late. */
  overdue(now: string): number {
    const row = this.database?.sql.prepare('SELECT min(due_at) AS due_at FROM outbox').get() as
      { due_at: string | null } | undefined;
    return Math.max(0, (Date.parse(now) - Date.parse(row?.due_at ?? now)) / 1000);
  }

  private async project(recorded: RecordedEvent) {
    const mailId = recorded.stream.slice(PREFIX.length);
    const dueAt = nextLook(await this.aggregates.decode(mail, recorded), eventTime(recorded));
    return (sql: Sql): void => {
      if (dueAt === null) sql.prepare('DELETE FROM outbox WHERE mail_id = ?').run(mailId);
      else sql.prepare('INSERT OR REPLACE INTO outbox VALUES (?, ?)').run(mailId, dueAt);
    };
  }
}
