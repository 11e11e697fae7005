import { z } from 'zod';
import { locale, schoolRole } from '#contracts';
import { emailField, identifierField, nameField, positionField } from '../fields.js';
import { operation } from '../operation.js';

export const addUser = operation({
  id: 'addUser',
  tag: 'users',
  method: 'POST',
  route: '/api/v1/users',
  access: 'full',
  summary: 'Add a user to the school',
  description: 'Their welcome mail with a first provisional key follows. For managers.',
  body: z.strictObject({
    identifier: identifierField,
    name: nameField,
    role: schoolRole,
    email: emailField,
    locale: locale.optional().describe('Language of their mails; French when it is not given.'),
  }),
  status: 201,
  answer: z.object({ userId: z.string(), position: positionField }),
  problems: ['not-allowed', 'identifier-taken', 'identifier-not-valid', 'name-not-valid', 'email-not-valid'],
});
