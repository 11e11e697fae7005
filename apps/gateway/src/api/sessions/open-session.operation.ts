import { z } from 'zod';
import { instant, sessionLevel } from '#contracts';
import { identifierField, keyField, person } from '../fields.js';
import { operation } from '../operation.js';

export const openSession = operation({
  id: 'openSession',
  tag: 'sessions',
  method: 'POST',
  route: '/api/v1/sessions',
  access: 'everyone',
  summary: 'Sign in',
  description:
    'With a provisional key the session has the level `choose-key` and opens nothing but `PUT /api/v1/key` and `DELETE /api/v1/session`. Whoever has a second factor gets the level `second-factor`, which opens nothing but `POST /api/v1/session/second-factor` and `DELETE /api/v1/session`; whoever must set one up and has let the time pass gets `enrol-factor`, and does so in the portal. An unknown identifier, a wrong key and a disabled user are answered alike.',
  body: z.strictObject({
    identifier: identifierField,
    key: keyField,
    remember: z
      .boolean()
      .optional()
      .describe(
        'Accepted and never granted: staying signed in lives in a cookie of the portal, which a browser alone keeps. A program signs in again. See `remember` in the answer.',
      ),
  }),
  status: 201,
  answer: z.object({
    token: z.string().describe('Send it as `Authorization: Bearer`. It is shown this once.'),
    level: sessionLevel,
    user: person,
    expiresAt: instant,
    remember: z.boolean().describe('Whether the session can be resumed: always false here.'),
  }),
  problems: ['wrong-pair', 'too-many-attempts', 'busy'],
});
