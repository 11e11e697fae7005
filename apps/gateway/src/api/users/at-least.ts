import { fieldNotValid } from '../../problem/field-not-valid.js';
import { askedPositionField } from './user.fields.js';

/** The header by which a read asks for a position; a query parameter `atLeast` wins over it. */
export const AT_LEAST_HEADER = 'trousseau-at-least';

/** The position a read asks for; `{}` when it asks for none. Throws on a header that is not a whole number. */
export const atLeast = (
  query: number | undefined,
  header: string | string[] | undefined,
): { atLeast?: number } => {
  if (query !== undefined) return { atLeast: query };
  if (header === undefined) return {};
  const { success, data } = askedPositionField.safeParse(header);
  if (success) return { atLeast: data };
  throw fieldNotValid('header', `/${AT_LEAST_HEADER}`, (words) => words.position);
};
