import { eventTime } from '#aggregate-store';
import { topics, type UserMessage } from '#contracts';
import type { RecordedEvent } from '#event-store';
import type { Publish } from '#messaging';
import type { SupportCaseEvent } from './support-case/support-case.events.js';
import { supportCase } from './support-case/support-case.js';
import { supportCaseMessages } from './support-case/support-case.messages.js';
import { userMessages } from './user/user.messages.js';
import type { UserEvent } from './user/user.events.js';
import { user } from './user/user.js';

const users = `${user.category}-`;
const cases = `${supportCase.category}-`;

/** What the users service tells the others: `identity.user.v1`, ordered by user. Protected fields are not looked at. */
export const publishUsers: Publish = (event) =>
  bodiesOf(event).map((body) => ({
    id: event.id,
    topic: topics.user,
    key: body.userId,
    at: eventTime(event),
    position: event.position,
    body,
  }));

const bodiesOf = (event: RecordedEvent): readonly UserMessage[] => {
  const { stream } = event;
  if (stream.startsWith(users)) {
    return userMessages(stream.slice(users.length), event as unknown as UserEvent);
  }
  return stream.startsWith(cases)
    ? supportCaseMessages(stream.slice(cases.length), event as unknown as SupportCaseEvent)
    : [];
};
