import { positionAt } from '#aggregate-store';
import { declaredRetention, type EventStore, type RecordedEvent } from '#event-store';
import type { Credential } from '../credential/credential.js';
import { SESSIONS_SHOW_WITHIN, sessionsAt } from './sessions-at.step.js';

/** Writers' clocks differ by a little. */
const MARGIN_SECONDS = 60;

const before = (at: string, seconds: number) => new Date(Date.parse(at) - seconds * 1000).toISOString();

/** What was recorded of a user's sessions in the half hour before an instant: each that lived then shows itself. */
const sessionEventsBefore = async (
  store: EventStore,
  userId: string,
  at: string,
): Promise<readonly RecordedEvent[]> => {
  const after = await positionAt(store, before(at, SESSIONS_SHOW_WITHIN + MARGIN_SECONDS));
  const upTo = await positionAt(store, before(at, -MARGIN_SECONDS));
  const found = await store.readNaming('userId', userId, { after, upTo });
  return found.filter(
    ({ stream, metadata }) => stream.startsWith('session-') && String(metadata['at']) <= at,
  );
};

/** Whether everything that was recorded of sessions at an instant still stands there. */
const stillStands = (at: string, now: string): boolean =>
  before(at, SESSIONS_SHOW_WITHIN + MARGIN_SECONDS) >=
  before(now, declaredRetention('session-')?.maxAge ?? Infinity);

/** How many sessions of a user lived at an instant, and in which browsers; null where that has left the log, which is not to say that there were none. */
export const sessionsOf = async (
  store: EventStore,
  userId: string,
  holder: Credential,
  { at, now }: Readonly<{ at: string; now: string }>,
) => {
  if (holder.kind === 'none') return [];
  if (!stillStands(at, now)) return null;
  return sessionsAt(await sessionEventsBefore(store, userId, at), userId, holder, at).map(
    ({ openedAt, seenAt, expiresAt, level, userAgent }) => ({
      openedAt,
      seenAt,
      expiresAt,
      level,
      userAgent,
    }),
  );
};
