import { z } from 'zod';
import { cursorField, digitsField, searchField } from '../fields.js';
import { operation } from '../operation.js';
import { atLeastField, user } from './user.fields.js';

const columns = ['name', 'identifier', 'role', 'email', 'state', 'lastSignInAt'] as const;
export type Column = (typeof columns)[number];

export const listUsers = operation({
  id: 'listUsers',
  tag: 'users',
  method: 'GET',
  route: '/api/v1/users',
  access: 'full',
  summary: 'The users of the school',
  description: 'For managers, and only of their own school.',
  query: z.strictObject({
    q: searchField.optional(),
    sort: z
      .enum([...columns, ...columns.map((column) => `-${column}` as const)])
      .optional()
      .describe('Column to sort by; with `-` before it, descending.'),
    limit: digitsField(1, 200).default(50),
    cursor: cursorField.optional(),
    atLeast: atLeastField,
  }),
  waits: true,
  status: 200,
  answer: z.object({ users: z.array(user), nextCursor: z.string().optional(), total: z.int() }),
  problems: ['not-allowed', 'cursor-not-valid', 'not-yet'],
});
