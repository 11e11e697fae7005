/** With the `u` flag this matches only surrogates that stand alone: no character at all. */
const LONE_SURROGATE = /\p{Surrogate}/u;

/** Whether text is well-formed Unicode without NUL. */
export const isText = (value: string): boolean => !LONE_SURROGATE.test(value) && !value.includes('\0');

/** Text that can stand on one line: well-formed, no control character. */
export const LINE = /^[^\p{Cc}\p{Cs}]*$/u;
export const isLine = (value: string): boolean => LINE.test(value);

/** Most code points of a key (KEY-03); longer ones are refused, never cut. */
export const LONGEST_KEY = 256;

/** Most UTF-16 units of an identifier and of an e-mail address, as in the contracts. */
export const LONGEST_IDENTIFIER = 256;
export const LONGEST_EMAIL = 320;

/** Whether this can be sent to auth as a typed identifier. */
export const isTypedIdentifier = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= LONGEST_IDENTIFIER && isLine(value);

/** Whether this can be sent to auth as a typed key. */
export const isTypedKey = (value: unknown): value is string =>
  typeof value === 'string' &&
  value.length <= 2 * LONGEST_KEY &&
  [...value].length <= LONGEST_KEY &&
  isText(value);
