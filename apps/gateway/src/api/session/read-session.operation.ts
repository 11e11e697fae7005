import { z } from 'zod';
import { instant, sessionLevel } from '#contracts';
import { person } from '../fields.js';
import { operation } from '../operation.js';

export const readSession = operation({
  id: 'readSession',
  tag: 'sessions',
  method: 'GET',
  route: '/api/v1/session',
  access: 'full',
  summary: 'Who is signed in',
  status: 200,
  answer: z.object({
    level: sessionLevel,
    user: person,
    openedAt: instant,
    authenticatedAt: instant,
    enrolBy: instant
      .optional()
      .describe('A second factor is compulsory and not set up: from then on nothing else is possible.'),
    expiresAt: instant,
  }),
  problems: [],
});
