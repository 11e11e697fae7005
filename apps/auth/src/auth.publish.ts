import { eventTime } from '#aggregate-store';
import { topics, type CredentialMessage, type SessionMessage, type Topic } from '#contracts';
import type { RecordedEvent } from '#event-store';
import type { Publish } from '#messaging';
import { credentialMessages } from './credential/credential.messages.js';
import { credential } from './credential/credential.js';
import { factorUseMessages } from './factor-use/factor-use.messages.js';
import { factorUse } from './factor-use/factor-use.js';
import { factorsMessages } from './factors/factors.messages.js';
import { factors } from './factors/factors.js';
import { recoveryMessages } from './recovery/recovery.messages.js';
import { recovery } from './recovery/recovery.js';
import { rememberMessages } from './remember/remember.messages.js';
import { remember } from './remember/remember.js';
import { sessionMessages } from './session/session.messages.js';
import { session } from './session/session.js';

type Body = CredentialMessage | SessionMessage;

/** What is told of one kind of streams. `id`: the stream's, without its category. */
type Telling = Readonly<{
  prefix: string;
  topic: Topic;
  bodies(event: RecordedEvent, id: string): readonly Body[];
  /** What its messages keep their order by. */
  key(id: string, body: Body): string;
}>;

const telling = <Event>(
  { category }: Readonly<{ category: string }>,
  topic: Topic,
  bodies: (event: Event, id: string) => readonly Body[],
  key: Telling['key'] = (id) => id,
): Telling => ({
  prefix: `${category}-`,
  topic,
  bodies: (event, id) => bodies(event as unknown as Event, id),
  key,
});

const tellings = [
  telling(session, topics.session, sessionMessages),
  // Told under the user: a selector is nobody else's business.
  telling(remember, topics.session, rememberMessages, (_selector, { userId }) => userId),
  telling(credential, topics.credential, credentialMessages),
  telling(recovery, topics.credential, recoveryMessages),
  telling(factors, topics.credential, factorsMessages),
  telling(factorUse, topics.credential, factorUseMessages),
];

/** What the auth service tells the others. Protected fields are not looked at; attempts are nobody else's business. */
export const publishAuth: Publish = (event) => {
  const told = tellings.find(({ prefix }) => event.stream.startsWith(prefix));
  if (told === undefined) return [];
  const { prefix, topic, bodies, key } = told;
  const id = event.stream.slice(prefix.length);
  return bodies(event, id).map((body) => ({
    id: event.id,
    topic,
    key: key(id, body),
    at: eventTime(event),
    position: event.position,
    body,
  }));
};
