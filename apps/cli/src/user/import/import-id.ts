import { eventId } from '#aggregate-store';

/**
 * The id of the command that adds this identifier to this school: always the same, so that an import that was cut off is completed
 * by running it again, and one that is run twice adds nobody twice.
 */
export const importId = (schoolId: string, identifier: string, what: 'user' | 'key' = 'user'): string =>
  eventId(`import-${what}`, `${schoolId}/${identifier}`, 0);
