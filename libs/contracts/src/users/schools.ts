import { z } from 'zod';
import { command, query } from '../request.js';
import { locale, schoolRole } from '../vocabulary.js';

/** Who asks: a person in a session, or an operator at the command line. */
export const actor = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('user'), userId: z.string(), sessionId: z.string() }),
  z.object({ kind: z.literal('command-line') }),
]);
export type Actor = z.infer<typeof actor>;

/** What is wrong with a person's details, one per field. */
export const detailRefusals = [
  'identifier-taken',
  'identifier-not-valid',
  'email-not-valid',
  'name-not-valid',
  'phone-not-valid',
] as const;

/** Registers a school and its manager; the manager's welcome mail follows. Only from the command line or the demo seed. */
export const RegisterSchool = command('users.register-school', {
  payload: {
    actor,
    name: z.string().max(200),
    manager: z.object({
      identifier: z.string().max(256),
      name: z.string().max(200),
      email: z.string().max(320),
      phone: z.string().max(40),
      locale,
    }),
  },
  done: { schoolId: z.string(), userId: z.string() },
  refused: [...detailRefusals, 'not-allowed'],
});

/**
 * Adds a user to a school; their welcome mail with a first provisional key follows, unless `welcome` is false. `schoolId` is only for the command line;
 * a manager adds to their own.
 */
export const AddUser = command('users.add-user', {
  payload: {
    actor,
    schoolId: z.string().optional(),
    identifier: z.string().max(256),
    name: z.string().max(200),
    role: schoolRole,
    email: z.string().max(320),
    locale,
    /** Whether the welcome mail leaves now; it does when this is left out. */
    welcome: z.boolean().optional(),
  },
  done: { userId: z.string() },
  refused: [...detailRefusals, 'not-allowed', 'unknown-school'],
});

/**
 * What stands in the way of adding these users, in their order; nothing is recorded. `commandId` is the one each would be added
 * with: whoever was added with it before is `present`, and adding them again changes nothing. Only from the command line.
 */
export const CheckNewUsers = query('users.check-new-users', {
  payload: {
    actor,
    schoolId: z.string(),
    users: z
      .array(
        z.object({
          commandId: z.uuid(),
          identifier: z.string().max(256),
          name: z.string().max(200),
          email: z.string().max(320),
        }),
      )
      .max(500),
  },
  done: {
    users: z.array(z.object({ present: z.boolean(), problems: z.array(z.enum(detailRefusals)) })),
  },
  refused: ['not-allowed', 'unknown-school'],
});
