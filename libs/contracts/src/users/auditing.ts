import { z } from 'zod';
import { command, query } from '../request.js';
import { instant, locale, reason } from '../vocabulary.js';
import { operator } from './erasures.js';
import { actor } from './schools.js';

/** A personal field of a person, where in the log it stands; null once they are erased. */
export const personalField = z.object({
  position: z.number().int(),
  field: z.enum(['name', 'identifier', 'email']),
  value: z.string().nullable(),
});

/**
 * Reads who a user is. That it was read, for which case and why, is recorded first, in the person's own stream (GDP-09). For auditors,
 * and for the command line, which says who it is (`operator`).
 */
export const UnlockRecord = command('users.unlock-record', {
  payload: {
    actor,
    userId: z.string().max(64),
    caseId: z.string().trim().min(1).max(64),
    reason,
    operator: operator.optional(),
  },
  done: { personal: z.array(personalField) },
  refused: ['not-allowed', 'unknown-user', 'reason-names-the-person'],
});

/** Something that happened, as an auditor reads it: never a hash, never an address (GDP-09). */
export const toldEvent = z.object({
  position: z.number().int(),
  at: z.string(),
  type: z.string(),
  text: z.string(),
  /** User id of who did it; absent when it was the system or the command line. */
  actor: z.string().optional(),
  channel: z.string().optional(),
});
export type ToldEvent = z.infer<typeof toldEvent>;

/** The user an identifier belongs to, for an auditor who was given it. */
export const FindUser = query('users.find-user', {
  payload: { actor, identifier: z.string().max(256) },
  done: { userId: z.string() },
  refused: ['not-allowed', 'unknown-user'],
});

/** What happened to a user, in words; of an erased one everything but who they were. Who read it, and why, is in the security log (GDP-09). */
export const TellUser = query('users.tell-user', {
  payload: { actor, userId: z.string().max(64), locale, reason: reason.optional() },
  done: { events: z.array(toldEvent) },
  refused: ['not-allowed', 'unknown-user', 'reason-names-the-person'],
});

/** What a user was at an instant, and who could have changed it. Who read it, and why, is in the security log (GDP-09). */
export const GetUserAt = query('users.get-user-at', {
  payload: { actor, userId: z.string().max(64), at: instant, reason: reason.optional() },
  done: {
    status: z.enum(['unknown', 'abandoned', 'registered', 'erased']),
    role: z.string().nullable(),
    schoolId: z.string().nullable(),
    active: z.boolean(),
    /** Ids of the managers of their school then. */
    managers: z.array(z.string()),
  },
  refused: ['not-allowed', 'unknown-user', 'reason-names-the-person'],
});
