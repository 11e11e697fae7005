import { z } from 'zod';
import { sessionId, sessionLevel } from '../vocabulary.js';

/** Topic `identity.session.v1`, ordered by session. */
export const sessionMessage = z.discriminatedUnion('type', [
  /** `unusual`: its user is to be told (LOG-09): a browser not known before, or so many wrong keys that whoever typed them had to wait. */
  z.object({
    type: z.literal('session.opened'),
    sessionId,
    userId: z.string(),
    level: sessionLevel,
    unusual: z
      .object({
        newBrowser: z.boolean(),
        failures: z.number().int(),
        /** In our own words, such as "Firefox, Windows"; empty for a program. */
        browser: z.string(),
      })
      .optional(),
  }),
  z.object({
    type: z.literal('session.ended'),
    sessionId,
    userId: z.string(),
    reason: z.enum(['signed-out', 'ended-elsewhere', 'too-many-sessions', 'key-chosen', 'continued']),
  }),
  /** A spent remember-me cookie came back: that browser and every session it opened have ended (SES-06). */
  z.object({ type: z.literal('session.reuse-detected'), userId: z.string() }),
  /** A remembered browser was forgotten, and every session it opened has ended. */
  z.object({ type: z.literal('session.forgotten'), userId: z.string() }),
]);
export type SessionMessage = z.infer<typeof sessionMessage>;
