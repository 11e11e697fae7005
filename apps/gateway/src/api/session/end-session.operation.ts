import { operation } from '../operation.js';

export const endSession = operation({
  id: 'endSession',
  tag: 'sessions',
  method: 'DELETE',
  route: '/api/v1/session',
  access: 'signed-in',
  summary: 'Sign out',
  status: 204,
  problems: [],
});
