/** So many letters and digits must remain of a key once the context is taken out of it. */
const ENOUGH_ELSE = 12;
/** Shorter words would be found everywhere by chance. */
const SHORTEST_WORD = 4;

/** Letters and digits as a guesser sees them: without accents, case, spaces and marks, and with 4 for a, 0 for o … undone. */
const bare = (text: string): string =>
  text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[@4]/g, 'a')
    .replace(/3/g, 'e')
    .replace(/[1!]/g, 'i')
    .replace(/0/g, 'o')
    .replace(/[$5]/g, 's')
    .replace(/[^\p{Letter}\p{Number}]/gu, '');

/**
 * Whether a key is little more than words of its context (KEY-07): the identifier, a name, the school, the trade. A
 * sentence in which one of them occurs is fine, if enough else remains.
 */
export const namesTheContext = (key: string, words: readonly string[]): boolean => {
  const whole = bare(key);
  const parts = words
    .flatMap((word) => [word, ...word.split(/[^\p{Letter}\p{Number}]+/u)])
    .map(bare)
    .filter((word) => word.length >= SHORTEST_WORD)
    .sort((a, b) => b.length - a.length);
  const rest = parts.reduce((left, word) => left.replaceAll(word, ''), whole);
  return rest.length < whole.length && rest.length < ENOUGH_ELSE;
};
