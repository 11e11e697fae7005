import { z } from 'zod';
import { isLine, isText, LONGEST_KEY } from '../../sign-in/typed-text.js';

/** What can be wrong with a field before any service is asked. */
export type Slip =
  'required' | 'tooLong' | 'notValid' | 'keysDiffer' | 'emailNotValid' | 'key-too-long' | 'key-not-text';

const missing = (issue: { input?: unknown }): Slip => (issue.input === undefined ? 'required' : 'notValid');

/** One line of text as typed, without the spaces around it; `max` in UTF-16 units. */
export const typedLine = (max: number) =>
  z
    .string({ error: missing })
    .max(max, 'tooLong' satisfies Slip)
    .refine(isLine, 'notValid' satisfies Slip)
    .trim();

/** The same, which must not be empty. */
export const neededLine = (max: number) => typedLine(max).min(1, 'required' satisfies Slip);

/** A key exactly as typed: nothing is trimmed or folded (KEY-03). */
export const typedKey = z
  .string({ error: missing })
  .min(1, 'required' satisfies Slip)
  .refine((key) => [...key].length <= LONGEST_KEY, 'key-too-long' satisfies Slip)
  .refine(isText, 'key-not-text' satisfies Slip);

/** An e-mail address as far as a form can tell; users has the last word (EML-06). */
export const typedEmail = neededLine(320).refine(
  (email) => /^[^\s@]+@[^\s@]+\.[^\s@.]+$/u.test(email),
  'emailNotValid' satisfies Slip,
);

/** A box that is ticked or absent. */
export const ticked = z
  .literal('oui', { error: 'notValid' satisfies Slip })
  .optional()
  .transform((value) => value === 'oui');
