import { z } from 'zod';
import { command } from '../request.js';
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

/** Adds a user to a school; their welcome mail with a first provisional key follows. `schoolId` is only for the command line; a manager adds to their own. */
export const AddUser = command('users.add-user', {
  payload: {
    actor,
    schoolId: z.string().optional(),
    identifier: z.string().max(256),
    name: z.string().max(200),
    role: schoolRole,
    email: z.string().max(320),
    locale,
  },
  done: { userId: z.string() },
  refused: [...detailRefusals, 'not-allowed', 'unknown-school'],
});
