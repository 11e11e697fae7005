import { z } from 'zod';
import { operation } from '../operation.js';
import { atLeastField, user, userPath } from './user.fields.js';

export const getUser = operation({
  id: 'getUser',
  tag: 'users',
  method: 'GET',
  route: '/api/v1/users/{userId}',
  access: 'full',
  summary: 'One user of the school',
  path: userPath,
  query: z.strictObject({ atLeast: atLeastField }),
  waits: true,
  status: 200,
  answer: user,
  problems: ['not-allowed', 'unknown-user', 'not-yet'],
});
