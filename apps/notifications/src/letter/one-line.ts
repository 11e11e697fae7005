/** Line ends and other control characters, and the marks that turn the direction of writing. */
const TRICKS = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu;

/** A word for a letter: on one line, so that nobody's name adds paragraphs or headers of its own (TST-15). */
export const oneLine = (word: string): string => word.replace(TRICKS, ' ').trim();
