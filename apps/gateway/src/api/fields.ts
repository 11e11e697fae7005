import { z } from 'zod';
import { role } from '#contracts';
import { says } from './field-detail.js';
import { LONGEST_EMAIL, LONGEST_IDENTIFIER, LONGEST_KEY, LINE, isTypedKey } from '../sign-in/typed-text.js';

const line = (longest: number) => z.string().min(1).max(longest).regex(LINE);

export const identifierField = line(LONGEST_IDENTIFIER).describe('What a person types to say who they are.');
export const emailField = line(LONGEST_EMAIL).describe('A reference e-mail.');
export const nameField = line(200).describe('A person’s name.');
export const searchField = z
  .string()
  .max(200)
  .regex(LINE)
  .describe('Text to find in identifiers, names and reference e-mails; everybody when it is empty.');
export const cursorField = line(512).describe(
  'The `nextCursor` of the page before, asked for with the same `q` and `sort`.',
);
export const idField = line(128);

/** A key that somebody types to prove who they are: whatever was once accepted as a key. */
export const keyField = z
  .string()
  .min(1)
  .max(512)
  .refine(isTypedKey, says('typedKey'))
  // Counted in code points, as JSON Schema does; `max` counts UTF-16 units.
  .meta({ description: 'The key. At most 256 characters.', maxLength: LONGEST_KEY });

/** A key that somebody chooses. Its rules are auth's; each has its own problem type. */
export const newKeyField = z.string().min(1).meta({
  description: 'The key to be. 15 to 256 characters; every rule answers with a problem of its own.',
  maxLength: LONGEST_KEY,
});

/** A whole number in an address or a header, written in at most 15 digits and nothing else. */
export const digitsField = (least: number, most: number) =>
  z.preprocess(
    (value) => (typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value),
    z.int().min(least).max(most),
  );

/** Where a change stands in the log. A read that asks for at least this position sees the change. */
export const positionField = z.int().describe('Position of the change; hand it to a read as `atLeast`.');

/** The answer of a change that other services finish in their own time. */
export const accepted = z.object({ position: positionField }).meta({ id: 'Accepted' });

/** Who is signed in. */
export const person = z
  .object({
    userId: z.string(),
    identifier: z.string(),
    name: z.string(),
    role,
    schoolId: z.string(),
    schoolName: z.string(),
    locale: z.enum(['fr', 'en']),
  })
  .meta({ id: 'Person' });
