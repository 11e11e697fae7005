import { normaliseIdentifier } from '#contracts';

/** Latin letters (with accents), digits, `.`, `-` and `_`; other scripts would let two identifiers look alike. */
const shape = /^[\p{Script=Latin}0-9._-]{3,64}$/u;

/** The identifier as it is stored, or null if what was typed cannot be one. It is not an e-mail address: no `@`. */
export const parseIdentifier = (typed: string): string | null => {
  const normalised = normaliseIdentifier(typed);
  return shape.test(normalised) ? normalised : null;
};
