import { accepted } from '../fields.js';
import { operation } from '../operation.js';
import { userPath } from './user.fields.js';

export const sendProvisionalKey = operation({
  id: 'sendProvisionalKey',
  tag: 'users',
  method: 'POST',
  route: '/api/v1/users/{userId}/provisional-key',
  access: 'full',
  summary: 'Have a user sent a provisional key',
  description: 'It is mailed to the reference e-mail; nobody else sees it.',
  path: userPath,
  status: 202,
  answer: accepted,
  problems: ['not-allowed', 'unknown-user', 'deactivated', 'too-soon'],
});
