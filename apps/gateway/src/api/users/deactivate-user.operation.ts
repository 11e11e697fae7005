import { accepted } from '../fields.js';
import { operation } from '../operation.js';
import { userPath } from './user.fields.js';

export const deactivateUser = operation({
  id: 'deactivateUser',
  tag: 'users',
  method: 'POST',
  route: '/api/v1/users/{userId}/deactivation',
  access: 'full',
  summary: 'Deactivate a user',
  description: 'Ends their sessions; their key opens nothing any more.',
  path: userPath,
  status: 202,
  answer: accepted,
  problems: ['not-allowed', 'unknown-user', 'last-manager'],
});
