import { records, refuses, type Decision } from '#event-sourcing';
import type { RememberMeRevoked } from './remember.events.js';
import type { RememberState } from './remember.js';

type Facts = Readonly<{ userId: string; reason: RememberMeRevoked['data']['reason'] }>;

/** Forgets a browser of this user, and with it every session it opened. Somebody else's looks like none (REF-05). */
export const revokeRememberMe = (
  state: RememberState,
  { userId, reason }: Facts,
): Decision<RememberMeRevoked, 'not-remembered'> =>
  state.kind !== 'open' || state.family.userId !== userId
    ? refuses('not-remembered')
    : records({ type: 'RememberMeRevoked', data: { selector: state.family.selector, userId, reason } });
