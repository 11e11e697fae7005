import { unreachable, type Aggregate } from '#event-sourcing';
import type { OpenSession, SessionEvent } from './session.events.js';

export type SessionState =
  | Readonly<{ kind: 'none' }>
  | Readonly<{ kind: 'open'; session: OpenSession }>
  | Readonly<{ kind: 'ended'; userId: string }>;

/** One session: `session-<SHA-256 of its secret>` (SES-01). */
export const session: Aggregate<SessionState, SessionEvent> = {
  category: 'session',
  initial: { kind: 'none' },
  evolve: (_, event) => {
    switch (event.type) {
      case 'SessionOpened': {
        const { unusual: _unusual, ...session } = event.data;
        return { kind: 'open', session };
      }
      case 'SessionSeen':
      case 'KeyConfirmed':
      case 'ChallengeMade':
      case 'ChallengeSpent':
        return { kind: 'open', session: event.data };
      case 'SessionContinued': {
        const { from: _from, signsIn: _signsIn, ...session } = event.data;
        return { kind: 'open', session };
      }
      case 'SessionEnded':
        return { kind: 'ended', userId: event.data.userId };
      default:
        return unreachable(event);
    }
  },
  settledBy: [
    'SessionOpened',
    'SessionSeen',
    'KeyConfirmed',
    'SessionContinued',
    'ChallengeMade',
    'ChallengeSpent',
    'SessionEnded',
  ],
};
