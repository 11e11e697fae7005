import { unreachable, type Aggregate } from '#event-sourcing';
import type { Family, RememberEvent } from './remember.events.js';

export type RememberState =
  | Readonly<{ kind: 'none' }>
  | Readonly<{ kind: 'open'; family: Family }>
  | Readonly<{ kind: 'ended'; userId: string }>;

/** One remembered browser and the line of its validators: `remember-<selector>` (SES-04). */
export const remember: Aggregate<RememberState, RememberEvent> = {
  category: 'remember',
  initial: { kind: 'none' },
  evolve: (_, event) => {
    switch (event.type) {
      case 'RememberMeGranted':
      case 'RememberMeRotated':
        return { kind: 'open', family: event.data };
      case 'ReuseDetected':
      case 'RememberMeRevoked':
        return { kind: 'ended', userId: event.data.userId };
      default:
        return unreachable(event);
    }
  },
  settledBy: ['RememberMeGranted', 'RememberMeRotated', 'ReuseDetected', 'RememberMeRevoked'],
};
