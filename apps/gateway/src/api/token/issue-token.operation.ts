import { z } from 'zod';
import { instant } from '#contracts';
import { operation } from '../operation.js';

export const issueToken = operation({
  id: 'issueToken',
  tag: 'tokens',
  method: 'POST',
  route: '/api/v1/token',
  access: 'full',
  summary: 'A token for an internal service',
  description:
    'A signed JWT (`EdDSA`, type `at+jwt`) that says who is signed in: `sub`, `school`, `role`, and `sid`, the session by which `identity.session.v1` tells of its end. It lasts five minutes; ask again. The keys that verify it are at `/.well-known/jwks.json`.',
  body: z.strictObject({
    audience: z
      .string()
      .min(1)
      .max(100)
      .optional()
      .describe(
        'The service the token is for, one of those the installation knows (`TROUSSEAU_TOKEN_AUDIENCES`); the first of them when not given.',
      ),
  }),
  status: 201,
  answer: z.object({ token: z.string(), expiresAt: instant }),
  problems: ['audience-not-known'],
});
