import type { z } from 'zod';
import type { credentialMessage } from './credential.js';
import type { sessionMessage } from './session.js';
import type { userMessage } from './user.js';

/** Topics of integration messages; the number is the major version of their schemas. */
export const topics = {
  user: 'identity.user.v1',
  credential: 'identity.credential.v1',
  session: 'identity.session.v1',
} as const;
export type Topic = (typeof topics)[keyof typeof topics];

/** What happened, told to other services: no secret, no personal data. */
export type MessageBody =
  z.infer<typeof userMessage> | z.infer<typeof credentialMessage> | z.infer<typeof sessionMessage>;

/** A published message. `id` is that of the event it was made from, `key` the aggregate it is ordered by. */
export type Message<Body extends MessageBody = MessageBody> = Readonly<{
  id: string;
  topic: Topic;
  key: string;
  /** When it happened, ISO 8601. */
  at: string;
  /** Position of the event in the store; consumers use it to wait for "at least". */
  position: number;
  body: Body;
}>;
