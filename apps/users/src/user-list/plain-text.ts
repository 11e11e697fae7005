/** Text as it is searched and sorted: without accents and without case, so that "Zoé" stands beside "zoe". */
export const plainText = (text: string): string =>
  (isAscii(text) ? text : text.normalize('NFKD').replace(/\p{M}/gu, '')).toLowerCase();

const isAscii = (text: string): boolean => /^[\0-\x7f]*$/.test(text);

const longestKey = 64;

/** The beginning of a plain text by which it is sorted. Bounded, because it travels in a page's cursor. */
export const bounded = (plain: string): string =>
  plain.length <= longestKey ? plain : [...plain].slice(0, longestKey).join('');

export const sortKey = (text: string): string => bounded(plainText(text));

const mostWords = 8;

/** The words somebody searches for; each must occur. */
export const searchedWords = (typed: string): readonly string[] =>
  plainText(typed).split(/\s+/u).filter(Boolean).slice(0, mostWords);
