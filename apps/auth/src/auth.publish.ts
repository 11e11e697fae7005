import { eventTime } from '#aggregate-store';
import { topics, type CredentialMessage, type SessionMessage, type Topic } from '#contracts';
import type { RecordedEvent } from '#event-store';
import type { Publish } from '#messaging';
import type { CredentialEvent } from './credential/credential.events.js';
import { credentialMessages } from './credential/credential.messages.js';
import { credential } from './credential/credential.js';
import type { SessionEvent } from './session/session.events.js';
import { sessionMessages } from './session/session.messages.js';
import { session } from './session/session.js';

const idIn = (stream: string, category: string) =>
  stream.startsWith(`${category}-`) ? stream.slice(category.length + 1) : null;

/** What the auth service tells the others. Protected fields are not looked at; attempts are nobody else's business. */
export const publishAuth: Publish = (event) => {
  const userId = idIn(event.stream, credential.category);
  if (userId !== null) {
    return tell(
      event,
      topics.credential,
      userId,
      credentialMessages(event as unknown as CredentialEvent, userId),
    );
  }
  const sessionId = idIn(event.stream, session.category);
  if (sessionId !== null) {
    return tell(event, topics.session, sessionId, sessionMessages(event as unknown as SessionEvent));
  }
  return [];
};

const tell = (
  event: RecordedEvent,
  topic: Topic,
  key: string,
  bodies: readonly (CredentialMessage | SessionMessage)[],
) =>
  bodies.map((body) => ({
    id: event.id,
    topic,
    key,
    at: eventTime(event),
    position: event.position,
    body,
  }));
