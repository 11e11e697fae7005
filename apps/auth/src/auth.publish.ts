import { eventTime } from '#aggregate-store';
import { topics, type CredentialMessage, type SessionMessage, type Topic } from '#contracts';
import type { RecordedEvent } from '#event-store';
import type { Publish } from '#messaging';
import type { CredentialEvent } from './credential/credential.events.js';
import { credentialMessages } from './credential/credential.messages.js';
import { credential } from './credential/credential.js';
import type { FactorUseEvent } from './factor-use/factor-use.events.js';
import { factorUseMessages } from './factor-use/factor-use.messages.js';
import { factorUse } from './factor-use/factor-use.js';
import type { FactorsEvent } from './factors/factors.events.js';
import { factorsMessages } from './factors/factors.messages.js';
import { factors } from './factors/factors.js';
import type { RecoveryEvent } from './recovery/recovery.events.js';
import { recoveryMessages } from './recovery/recovery.messages.js';
import { recovery } from './recovery/recovery.js';
import { rememberMessages } from './remember/remember.messages.js';
import type { RememberEvent } from './remember/remember.events.js';
import { remember } from './remember/remember.js';
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
  const recovered = idIn(event.stream, recovery.category);
  if (recovered !== null) {
    const bodies = recoveryMessages(event as unknown as RecoveryEvent, recovered);
    return tell(event, topics.credential, recovered, bodies);
  }
  const sessionId = idIn(event.stream, session.category);
  if (sessionId !== null) {
    return tell(event, topics.session, sessionId, sessionMessages(event as unknown as SessionEvent));
  }
  const factorsOf = idIn(event.stream, factors.category);
  if (factorsOf !== null) {
    const bodies = factorsMessages(event as unknown as FactorsEvent, factorsOf);
    return tell(event, topics.credential, factorsOf, bodies);
  }
  const factorUseOf = idIn(event.stream, factorUse.category);
  if (factorUseOf !== null) {
    const bodies = factorUseMessages(event as unknown as FactorUseEvent, factorUseOf);
    return tell(event, topics.credential, factorUseOf, bodies);
  }
  if (idIn(event.stream, remember.category) !== null) {
    const bodies = rememberMessages(event as unknown as RememberEvent);
    // Told under the user: a selector is nobody else's business.
    return bodies.flatMap((body) => tell(event, topics.session, body.userId, [body]));
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
