import { records, type Decision } from '#event-sourcing';
import { later } from '../instant.js';
import type { OpenSession, SessionSeen } from './session.events.js';

/** Seconds between two notes that a session is in use. */
const NOTED_EVERY = 5 * 60;

/** Notes that a living session is in use, at most once in five minutes. */
export const seeSession = (session: OpenSession, at: string): Decision<SessionSeen> =>
  at < later(session.seenAt, NOTED_EVERY)
    ? records()
    : records({ type: 'SessionSeen', data: { ...session, seenAt: at } });
