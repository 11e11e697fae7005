/** Text as it is searched and sorted: without accents and without case, so that "Zoé" stands beside "zoe". */
export const plainText = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

const longestKey = 64;

/** The beginning of a text by which it is sorted. Bounded, because it travels in a page's cursor. */
export const sortKey = (text: string): string => [...plainText(text)].slice(0, longestKey).join('');

const mostWords = 8;

/** The words somebody searches for; each must occur. */
export const searchedWords = (typed: string): readonly string[] =>
  plainText(typed).split(/\s+/u).filter(Boolean).slice(0, mostWords);
