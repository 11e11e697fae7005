import { unreachable } from '#event-sourcing';
import type { SessionMessage } from '#contracts';
import type { SessionEvent } from './session.events.js';

/** What other services hear of a session. */
export const sessionMessages = (event: SessionEvent): readonly SessionMessage[] => {
  switch (event.type) {
    case 'SessionOpened': {
      const { sessionId, userId, level, unusual, userAgent: browser } = event.data;
      const told = unusual === undefined ? {} : { unusual: { ...unusual, browser } };
      return [{ type: 'session.opened', sessionId, userId, level, ...told }];
    }
    case 'SessionContinued': {
      const { sessionId, userId, level, signsIn } = event.data;
      return signsIn ? [{ type: 'session.opened', sessionId, userId, level }] : [];
    }
    case 'SessionEnded':
      return [{ type: 'session.ended', ...event.data }];
    case 'SessionSeen':
    case 'KeyConfirmed':
    case 'ChallengeMade':
    case 'ChallengeSpent':
      return [];
    default:
      return unreachable(event);
  }
};
