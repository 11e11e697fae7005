import type { RecordedEvent } from '#event-store';
import type { Change, Sql } from '#projections';
import { credential } from '../credential/credential.js';
import type { CredentialEvent } from '../credential/credential.events.js';
import { recovery } from '../recovery/recovery.js';
import type { RecoveryEvent } from '../recovery/recovery.events.js';
import { remember } from '../remember/remember.js';
import type { RememberEvent } from '../remember/remember.events.js';
import { session } from '../session/session.js';
import type { SessionEvent } from '../session/session.events.js';

const credentials = `${credential.category}-`;
const sessions = `${session.category}-`;
const recoveries = `${recovery.category}-`;
const remembered = `${remember.category}-`;

/** What an event changes in the read model. Protected fields are not needed, so nothing is decrypted. */
export const project = (event: RecordedEvent): Change => {
  if (event.stream.startsWith(sessions)) return ofSession(event as unknown as SessionEvent);
  if (event.stream.startsWith(remembered)) return ofRemembered(event as unknown as RememberEvent);
  if (event.stream.startsWith(recoveries)) return ofRecovery(event as unknown as RecoveryEvent);
  if (!event.stream.startsWith(credentials)) return null;
  return ofCredential(event as unknown as CredentialEvent, event.stream.slice(credentials.length));
};

const ofSession = (event: SessionEvent): Change => {
  switch (event.type) {
    case 'SessionOpened':
    case 'SessionSeen':
    case 'KeyConfirmed':
    case 'SessionContinued':
    case 'ChallengeMade':
    case 'ChallengeSpent': {
      const { sessionId, userId, openedAt, seenAt, expiresAt } = event.data;
      return (sql) =>
        sql
          .prepare('INSERT OR REPLACE INTO session VALUES (?, ?, ?, ?, ?)')
          .run(sessionId, userId, openedAt, seenAt, expiresAt);
    }
    case 'SessionEnded':
      return (sql) => sql.prepare('DELETE FROM session WHERE session_id = ?').run(event.data.sessionId);
  }
};

const ofRemembered = (event: RememberEvent): Change => {
  switch (event.type) {
    case 'RememberMeGranted':
    case 'RememberMeRotated': {
      const { selector, userId, usedAt, expiresAt } = event.data;
      return (sql) =>
        sql
          .prepare('INSERT OR REPLACE INTO remembered VALUES (?, ?, ?, ?)')
          .run(selector, userId, usedAt, expiresAt);
    }
    case 'ReuseDetected':
    case 'RememberMeRevoked':
      return (sql) => sql.prepare('DELETE FROM remembered WHERE selector = ?').run(event.data.selector);
  }
};

const ofRecovery = (event: RecoveryEvent): Change => {
  if (event.type !== 'CaseCodeHeld') return null;
  const { codeId, expiresAt } = event.data;
  return (sql) => sql.prepare('INSERT OR REPLACE INTO case_code VALUES (?, ?)').run(codeId, expiresAt);
};

const ofCredential = (event: CredentialEvent, userId: string): Change => {
  switch (event.type) {
    case 'CredentialOpened':
      return (sql) =>
        sql
          .prepare('INSERT OR REPLACE INTO directory VALUES (?, ?)')
          .run(event.data.holder.identifierDigest, userId);
    case 'ProvisionalKeyIssued':
      return (sql) =>
        sql
          .prepare('INSERT OR REPLACE INTO provisional_key VALUES (?, ?)')
          .run(event.data.issueId, event.data.expiresAt);
    case 'KeyChosen':
    case 'CredentialDisabled':
      return (sql) => endSessions(sql, userId, null);
    case 'KeyChanged':
    case 'SessionsEnded':
      return (sql) => endSessions(sql, userId, event.data.keptSession ?? null);
    case 'CredentialErased':
      return (sql) => forget(sql, userId);
    default:
      return null;
  }
};

const forget = (sql: Sql, userId: string) => {
  for (const table of ['directory', 'session', 'remembered'])
    sql.prepare(`DELETE FROM ${table} WHERE user_id = ?`).run(userId);
};

const endSessions = (sql: Sql, userId: string, kept: string | null) =>
  sql.prepare('DELETE FROM session WHERE user_id = ? AND session_id IS NOT ?').run(userId, kept);
