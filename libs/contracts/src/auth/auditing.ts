import { z } from 'zod';
import { query } from '../request.js';
import { toldEvent } from '../users/auditing.js';
import { factorKind, instant, locale, sessionLevel } from '../vocabulary.js';

/** What happened to a credential, in words. Whoever asks has asked users first, who knows the auditors. */
export const TellCredential = query('auth.tell-credential', {
  payload: { userId: z.string().max(64), locale },
  done: { events: z.array(toldEvent) },
  refused: ['unknown-user'],
});

/** With what a user could sign in at an instant, and which sessions lived then. */
export const GetCredentialAt = query('auth.get-credential-at', {
  payload: { userId: z.string().max(64), at: instant },
  done: {
    opens: z.enum(['key', 'provisional-key', 'nothing']),
    generation: z.number().int(),
    epoch: z.number().int(),
    provisionalKeysUntil: z.array(z.string()),
    disabledByFailures: z.boolean(),
    deactivated: z.boolean(),
    /** What had to be given beside the key. */
    factors: z.array(z.object({ kind: factorKind, addedAt: z.string() })),
    recoveryCodesUsed: z.number().int().nullable(),
    /** Null where what was recorded of them has left the log. */
    sessions: z
      .array(
        z.object({
          openedAt: instant,
          seenAt: instant,
          expiresAt: instant,
          level: sessionLevel,
          userAgent: z.string(),
        }),
      )
      .nullable(),
  },
  refused: ['unknown-user'],
});
