import { Refused } from '../terminal/answer.js';

/** An instant somebody typed, as ISO 8601 in UTC with milliseconds. Throws Refused when it is none. */
export const instantOf = (text: string): string => {
  const time = Date.parse(text);
  if (Number.isNaN(time)) throw new Refused('not-an-instant', `Ce n'est pas un instant : ${text}`);
  return new Date(time).toISOString();
};
