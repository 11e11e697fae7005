/** Through which door a request comes in: a program's, or a person's. */
export const channelOf = (path: string): 'api' | 'portal' => (path.startsWith('/api/') ? 'api' : 'portal');
