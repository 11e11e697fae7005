import type { Locale, Role } from '#contracts';
import { records, refuses, type Decision } from '#event-sourcing';
import type { User } from './user.js';
import type { UserEvent } from './user.events.js';

/** Registers a person whose identifier is reserved for them. */
export const registerUser = (
  user: User,
  facts: Readonly<{
    schoolId: string;
    role: Role;
    locale: Locale;
    identifierDigest: string;
    identifier: string;
    name: string;
    email: string;
    welcome?: false;
  }>,
): Decision<UserEvent, 'registration-abandoned'> => {
  if (user.status === 'abandoned') return refuses('registration-abandoned');
  return user.status === 'unknown' ? records({ type: 'UserRegistered', data: { ...facts } }) : records();
};
