import { isApi } from '../session/is-api.js';

/** Through which door a request comes in: a program's, or a person's. */
export const channelOf = (request: Parameters<typeof isApi>[0]): 'api' | 'portal' =>
  isApi(request) ? 'api' : 'portal';
