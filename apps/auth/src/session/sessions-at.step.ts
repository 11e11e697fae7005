import { fold } from '#event-sourcing';
import type { RecordedEvent } from '#event-store';
import type { Credential } from '../credential/credential.js';
import { sessionHolds } from '../credential/session-holds.js';
import { livingSession } from './living-session.js';
import { session } from './session.js';
import type { OpenSession, SessionEvent } from './session.events.js';

/** Seconds before an instant in which every session that lives then shows itself: longer than one may be idle (SES-03). */
export const SESSIONS_SHOW_WITHIN = 35 * 60;

/**
 * A user's sessions that lived at an instant, from what was recorded within `SESSIONS_SHOW_WITHIN` before it; `holder` is their
 * credential then. A session whose remembered browser was forgotten a moment before may still stand here.
 */
export const sessionsAt = (
  recorded: readonly RecordedEvent[],
  userId: string,
  holder: Credential,
  at: string,
): readonly OpenSession[] => {
  if (holder.kind === 'none') return [];
  const streams = new Map<string, RecordedEvent[]>();
  for (const event of recorded) {
    if (!event.stream.startsWith(`${session.category}-`)) continue;
    streams.set(event.stream, [...(streams.get(event.stream) ?? []), event]);
  }
  return [...streams.values()].flatMap((events) => {
    const living = livingSession(fold(session, events as unknown as SessionEvent[]), at);
    return living !== null && living.userId === userId && sessionHolds(holder, living) ? [living] : [];
  });
};
