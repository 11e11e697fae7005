import type { KeyRefusal } from '#contracts';

/** KEY-01: a key that is the only factor has at least so many code points. */
export const SHORTEST = 15;
/** KEY-03: and at most so many; a longer one is refused, never cut. */
export const LONGEST = 256;

/** What is wrong with a key before anybody thinks about how good it is; length counts code points after NFC (C4). */
export const faultOfText = (key: string): KeyRefusal | null => {
  // A lone surrogate or a NUL cannot be hashed as what the person sees: two keys would become one.
  if (/\p{Surrogate}|\0/u.test(key)) return 'key-not-text';
  const length = [...key.normalize('NFC')].length;
  if (length < SHORTEST) return 'key-too-short';
  if (length > LONGEST) return 'key-too-long';
  return null;
};
