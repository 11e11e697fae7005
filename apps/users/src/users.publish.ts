import { eventTime } from '#aggregate-store';
import { topics } from '#contracts';
import type { Publish } from '#messaging';
import { userMessages } from './user/user.messages.js';
import type { UserEvent } from './user/user.events.js';
import { user } from './user/user.js';

const prefix = `${user.category}-`;

/** What the users service tells the others: `identity.user.v1`, ordered by user. Protected fields are not looked at. */
export const publishUsers: Publish = (event) => {
  if (!event.stream.startsWith(prefix)) return [];
  const userId = event.stream.slice(prefix.length);
  return userMessages(userId, event as unknown as UserEvent).map((body) => ({
    id: event.id,
    topic: topics.user,
    key: userId,
    at: eventTime(event),
    position: event.position,
    body,
  }));
};
