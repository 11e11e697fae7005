import { records, type Decision } from '#event-sourcing';
import type { KeyConfirmed, OpenSession } from './session.events.js';

/** Notes that the key was typed again in a living session (REF-01). */
export const confirmKey = (session: OpenSession, at: string): Decision<KeyConfirmed> =>
  records({ type: 'KeyConfirmed', data: { ...session, authenticatedAt: at, seenAt: at } });
