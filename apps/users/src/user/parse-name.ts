/** Controls (so CR and LF), line separators, lone surrogates and marks that turn the reading direction round. */
const unfit = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/u;

/** A name of a person or a school as it is stored (NFC, single spaces), or null: 1 to 100 code points, nothing invisible. */
export const parseName = (typed: string): string | null => {
  if (unfit.test(typed)) return null;
  const name = typed.normalize('NFC').trim().replace(/\s+/gu, ' ');
  const length = [...name].length;
  return length >= 1 && length <= 100 ? name : null;
};

/** What a mail calls the person: the first word of their name, and nothing else about them (EML-04). */
export const firstName = (name: string): string => name.split(' ')[0] ?? name;
