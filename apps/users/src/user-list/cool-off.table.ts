import type { Sql, Writes } from '#projections';
import { pendingChange } from '../reference-email/email-change.js';
import type { User } from '../user/user.js';

export type CoolOff = Readonly<{ userId: string; changeId: string }>;

/** Keeps in mind that a confirmed change waits for its cool-off to pass, or that it no longer does. */
export const putCoolOff = (sql: Writes, userId: string, user: User): void => {
  const change = user.status === 'registered' ? pendingChange(user) : undefined;
  if (change?.newConfirmed && change.effectiveFrom !== null) {
    sql
      .prepare('INSERT OR REPLACE INTO cool_off (user_id, change_id, due_at) VALUES (?, ?, ?)')
      .run(userId, change.changeId, change.effectiveFrom);
  } else {
    sql.prepare('DELETE FROM cool_off WHERE user_id = ?').run(userId);
  }
};

/** Changes whose cool-off has passed, the longest overdue first. */
export const dueCoolOffs = (sql: Sql, at: string): readonly CoolOff[] =>
  sql
    .prepare(
      'SELECT user_id AS userId, change_id AS changeId FROM cool_off WHERE due_at <= ? ORDER BY due_at LIMIT 100',
    )
    .all(at) as CoolOff[];
