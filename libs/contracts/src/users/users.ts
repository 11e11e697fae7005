import { z } from 'zod';
import { command, query } from '../request.js';
import { instant, locale, role, schoolRole } from '../vocabulary.js';
import { actor } from './schools.js';

/** What the manager's list shows of a user. */
export const userState = z.enum(['awaiting-first-key', 'active', 'deactivated', 'disabled-by-failures']);

export const pendingEmail = z.object({
  changeId: z.string(),
  email: z.string(),
  requestedAt: instant,
  /** What it still waits for. */
  awaits: z.array(z.enum(['new-address', 'old-address', 'cool-off'])),
  /** When the cool-off ends, if the old address is unusable. */
  effectiveFrom: instant.optional(),
});

export const userView = z.object({
  userId: z.string(),
  identifier: z.string(),
  name: z.string(),
  role: schoolRole,
  email: z.string(),
  secondEmail: z.string().optional(),
  /** Since when mail to them is refused for good, at one address at least; absent where it arrives (EML-07). */
  mailRefusedSince: instant.optional(),
  pendingEmail: pendingEmail.optional(),
  state: userState,
  /** Whether there is a second factor beside the key. */
  secondFactor: z.boolean(),
  lastSignInAt: instant.optional(),
});
export type UserView = z.infer<typeof userView>;

/** Who a user is, for their own pages and for other services. */
export const profile = z.object({
  userId: z.string(),
  identifier: z.string(),
  name: z.string(),
  role,
  /** `NO_SCHOOL` for the vendor's people; `schoolName` is then the vendor's. */
  schoolId: z.string(),
  schoolName: z.string(),
  locale,
});
export type Profile = z.infer<typeof profile>;

/** `deactivated` is how it stands in the user's own stream: auth hears of it a moment later, and nobody may be let in meanwhile. */
export const GetProfile = query('users.get-profile', {
  payload: { userId: z.string() },
  done: { profile, deactivated: z.boolean() },
  refused: ['unknown-user'],
});

/** Words a user's key must not be built from: identifier, local parts of addresses, name, name of the school (KEY-07). */
export const GetKeyContext = query('users.get-key-context', {
  payload: { userId: z.string() },
  done: { words: z.array(z.string()) },
  refused: ['unknown-user'],
});

/** The users of the manager's own school. Refused `not-allowed` to other roles. `atLeast`: wait for that position, bounded. */
export const ListUsers = query('users.list-users', {
  payload: {
    actor,
    q: z.string().max(200).optional(),
    sort: z.enum(['name', 'identifier', 'role', 'email', 'state', 'lastSignInAt']).optional(),
    descending: z.boolean().optional(),
    limit: z.number().int().min(1).max(200),
    cursor: z.string().max(512).optional(),
    atLeast: z.number().int().optional(),
  },
  done: { users: z.array(userView), nextCursor: z.string().optional(), total: z.number().int() },
  refused: ['not-allowed', 'cursor-not-valid', 'not-yet'],
});

/** One user of the manager's own school; a foreign id is `unknown-user` (REF-05). */
export const GetUser = query('users.get-user', {
  payload: { actor, userId: z.string(), atLeast: z.number().int().optional() },
  done: { user: userView },
  refused: ['not-allowed', 'unknown-user', 'not-yet'],
});

const aboutOne = { payload: { actor, userId: z.string() }, done: {} };

export const DeactivateUser = command('users.deactivate-user', {
  ...aboutOne,
  refused: ['not-allowed', 'unknown-user', 'last-manager'],
});

export const ReactivateUser = command('users.reactivate-user', {
  ...aboutOne,
  refused: ['not-allowed', 'unknown-user'],
});

/** Asks that a user be sent a provisional key; the manager never sees it (FRG-14). */
export const AskProvisionalKey = command('users.ask-provisional-key', {
  ...aboutOne,
  payload: {
    ...aboutOne.payload,
    /** The welcome mail that has waited: it leaves only if they have no key and none is on its way. */
    welcome: z.boolean().optional(),
  },
  refused: ['not-allowed', 'unknown-user', 'deactivated', 'too-soon'],
});
