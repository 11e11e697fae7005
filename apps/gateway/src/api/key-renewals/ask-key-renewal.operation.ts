import { z } from 'zod';
import { emailField, identifierField } from '../fields.js';
import { operation } from '../operation.js';

export const askKeyRenewal = operation({
  id: 'askKeyRenewal',
  tag: 'keys',
  method: 'POST',
  route: '/api/v1/key-renewals',
  access: 'everyone',
  summary: 'Ask for a provisional key',
  description:
    'Always accepted and always answered alike: if the identifier and its reference e-mail are right, and not too many were asked for, a provisional key is mailed at once. The key in use stays good until a new one is chosen. The mail is written in the language of `Accept-Language`.',
  body: z.strictObject({ identifier: identifierField, email: emailField }),
  status: 202,
  problems: ['busy'],
});
