import { randomUUID } from 'node:crypto';
import type { GetDemoMail, ListDemoMails, ReplyOf } from '#contracts';
import type { Clock } from '#platform';
import { ProjectionDatabase } from '#projections';
import { type Answer, Mailer, type Post } from '../smtp/mailer.js';

type Listed = Extract<ReplyOf<typeof ListDemoMails>, { outcome: 'done' }>['mails'][number];
type Kept = Extract<ReplyOf<typeof GetDemoMail>, { outcome: 'done' }>['mail'];

const KEPT = 200;

const shape = `
  CREATE TABLE mail (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    "mailId" TEXT NOT NULL UNIQUE,
    "userId" TEXT NOT NULL,
    "to" TEXT NOT NULL,
    subject TEXT NOT NULL,
    at TEXT NOT NULL,
    text TEXT NOT NULL,
    html TEXT NOT NULL
  )`;

/**
 * A mail server for a demonstration on one machine: it takes every letter and keeps the last 200, provisional keys included,
 * for anybody who can open the portal. Production refuses to start with it.
 */
export class DemoMailbox extends Mailer {
  private constructor(
    private readonly database: ProjectionDatabase,
    private readonly clock: Clock,
  ) {
    super();
  }

  static open(file: string, clock: Clock): DemoMailbox {
    return new DemoMailbox(ProjectionDatabase.open({ file, shape }), clock);
  }

  async send(post: Post): Promise<Answer> {
    try {
      this.keep(post);
      return { kind: 'accepted' };
    } catch {
      return { kind: 'deferred', reason: 'server-unreachable' };
    }
  }

  list(): Listed[] {
    return this.database.sql
      .prepare('SELECT "mailId", "to", subject, at FROM mail ORDER BY number DESC')
      .all() as Listed[];
  }

  find(mailId: string): Kept | undefined {
    return this.database.sql
      .prepare('SELECT "mailId", "to", subject, at, text, html FROM mail WHERE "mailId" = ?')
      .get(mailId) as Kept | undefined;
  }

  override forget(userId: string): void {
    this.database.sql.prepare('DELETE FROM mail WHERE "userId" = ?').run(userId);
    this.database.leaveNoTrace();
  }

  async close(): Promise<void> {
    if (this.database.sql.open) this.database.close();
  }

  private keep({ userId, to, letter }: Post): void {
    const { sql } = this.database;
    const { lastInsertRowid } = sql
      .prepare(
        'INSERT INTO mail ("mailId", "userId", "to", subject, at, text, html) VALUES (?, ?, ?, ?, ?, ?, ?)',
      )
      .run(randomUUID(), userId, to, letter.subject, this.clock.now(), letter.text, letter.html);
    sql.prepare('DELETE FROM mail WHERE number <= ?').run(Number(lastInsertRowid) - KEPT);
  }
}
