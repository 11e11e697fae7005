import type { RegisteredUser } from './user.js';

/** Shorter words, such as "de" or "le", say nothing of anybody. */
const SHORTEST = 3;

const folded = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

const wordsOf = (text: string) => folded(text).split(/[^\p{L}\p{N}]+/u);

/** Whether a text holds the person's identifier, an address of theirs, or a word of their name: it would outlive them. */
export const namesThePerson = (text: string, { identifier, name, addresses }: RegisteredUser): boolean => {
  const whole = [identifier, addresses.first, addresses.second].filter((value) => value !== null);
  const said = new Set(wordsOf(text));
  return (
    whole.some((value) => folded(text).includes(folded(value))) ||
    wordsOf(name ?? '').some((word) => word.length >= SHORTEST && said.has(word))
  );
};
