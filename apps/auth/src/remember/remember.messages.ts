import { unreachable } from '#event-sourcing';
import type { SessionMessage } from '#contracts';
import type { RememberEvent } from './remember.events.js';

/** What other services hear of a remembered browser: that its sessions are over, never its selector. */
export const rememberMessages = (event: RememberEvent): readonly SessionMessage[] => {
  switch (event.type) {
    case 'ReuseDetected':
      return [{ type: 'session.reuse-detected', userId: event.data.userId }];
    case 'RememberMeRevoked':
      return [{ type: 'session.forgotten', userId: event.data.userId }];
    case 'RememberMeGranted':
    case 'RememberMeRotated':
      return [];
    default:
      return unreachable(event);
  }
};
