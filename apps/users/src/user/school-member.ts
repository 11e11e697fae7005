import type { SchoolRole } from '#contracts';
import type { RegisteredUser, User } from './user.js';

/** A user of a school, as its manager knows them. */
export type SchoolMember = RegisteredUser & Readonly<{ role: SchoolRole }>;

/** Whether this user belongs to a school; the vendor's people belong to none and are in no list. */
export const isSchoolMember = (user: User): user is SchoolMember =>
  user.status === 'registered' && user.role !== 'support' && user.role !== 'auditor';
