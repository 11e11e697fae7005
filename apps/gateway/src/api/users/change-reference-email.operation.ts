import { z } from 'zod';
import { emailField, keyField, positionField } from '../fields.js';
import { operation } from '../operation.js';
import { userPath } from './user.fields.js';

export const changeReferenceEmail = operation({
  id: 'changeReferenceEmail',
  tag: 'users',
  method: 'PUT',
  route: '/api/v1/users/{userId}/reference-email',
  access: 'full',
  summary: 'Ask to change a reference e-mail',
  description:
    'The change waits for the new address to confirm it and for the old one to accept it; the old one can veto. Asks for the manager’s own key again and, where they have a second factor, that it was given in the last five minutes: `POST /api/v1/session/second-factor` gives it once more.',
  path: userPath,
  body: z.strictObject({
    email: emailField.nullable().describe('The new address; null removes the second one.'),
    currentKey: keyField,
    slot: z.enum(['first', 'second']).optional().describe('Which address; the first when not given.'),
    oldAddressUnusable: z
      .boolean()
      .optional()
      .describe(
        'The user can no longer read the old address: three days without a veto stand in for its consent.',
      ),
  }),
  status: 202,
  answer: z.object({ position: positionField, changeId: z.string() }),
  problems: [
    'not-allowed',
    'unknown-user',
    'email-not-valid',
    'email-unchanged',
    'only-address',
    'held',
    'wrong-key',
    'factor-needed',
    'too-many-attempts',
    'busy',
  ],
});
