import { accepted } from '../fields.js';
import { operation } from '../operation.js';
import { userPath } from './user.fields.js';

export const reactivateUser = operation({
  id: 'reactivateUser',
  tag: 'users',
  method: 'DELETE',
  route: '/api/v1/users/{userId}/deactivation',
  access: 'full',
  summary: 'Reactivate a user',
  description: 'Their key is good again.',
  path: userPath,
  status: 202,
  answer: accepted,
  problems: ['not-allowed', 'unknown-user'],
});
