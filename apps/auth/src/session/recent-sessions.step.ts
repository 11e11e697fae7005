import { positionAt } from '#aggregate-store';
import type { EventStore, RecordedEvent } from '#event-store';
import type { Credential } from '../credential/credential.js';
import { SESSIONS_SHOW_WITHIN, sessionsAt } from './sessions-at.step.js';

const PAGE = 1000;
/** Writers' clocks differ by a little. */
const MARGIN_SECONDS = 60;

const before = (at: string, seconds: number) => new Date(Date.parse(at) - seconds * 1000).toISOString();

/** What was recorded of sessions in the half hour before an instant: each that lived then shows itself. */
const sessionEventsBefore = async (store: EventStore, at: string): Promise<readonly RecordedEvent[]> => {
  const found: RecordedEvent[] = [];
  const since = before(at, SESSIONS_SHOW_WITHIN + MARGIN_SECONDS);
  const end = before(at, -MARGIN_SECONDS);
  for (let after = await positionAt(store, since); ;) {
    const page = await store.readAll(after, PAGE);
    found.push(
      ...page.filter(({ stream, metadata }) => stream.startsWith('session-') && String(metadata['at']) <= at),
    );
    const last = page.at(-1);
    if (last === undefined || String(last.metadata['at'] ?? '') > end) return found;
    after = last.position;
  }
};

/** How many sessions of a user lived at an instant, and in which browsers. */
export const sessionsOf = async (store: EventStore, userId: string, holder: Credential, at: string) =>
  sessionsAt(await sessionEventsBefore(store, at), userId, holder, at).map(
    ({ openedAt, seenAt, expiresAt, level, userAgent }) => ({
      openedAt,
      seenAt,
      expiresAt,
      level,
      userAgent,
    }),
  );
