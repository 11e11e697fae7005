import { z } from 'zod';
import { instant, sessionLevel } from '#contracts';
import { person } from '../fields.js';
import { operation } from '../operation.js';

export const giveSecondFactor = operation({
  id: 'giveSecondFactor',
  tag: 'sessions',
  method: 'POST',
  route: '/api/v1/session/second-factor',
  access: 'second-factor-too',
  summary: 'Give the second factor',
  description:
    'A session of level `second-factor` goes on under the token of the answer; the one it was asked with is over. A full session gives it once more, the same way, before what is sensitive (`factor-needed`). The code is that of the app, six digits, or a recovery code; each is accepted once, and a used recovery code is replaced by the one in the answer. Passkeys are used in the portal.',
  body: z.strictObject({
    code: z.string().min(1).max(64).describe('Six digits, or a recovery code such as 3XK7P-2NQZV-8TR5W.'),
  }),
  status: 201,
  answer: z.object({
    token: z.string().describe('Send it as `Authorization: Bearer`. It is shown this once.'),
    level: sessionLevel,
    user: person,
    expiresAt: instant,
    codesLeft: z.int().optional().describe('Recovery codes that are left, when one was used.'),
    newRecoveryCode: z
      .string()
      .optional()
      .describe('Takes the place of the recovery code that was used. It is shown this once.'),
  }),
  problems: ['wrong-code', 'code-used', 'no-factor', 'too-many-attempts', 'busy'],
});
