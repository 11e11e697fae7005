import type { KeyRefusal } from '#contracts';
import { faultOfText } from './key-text.js';
import { namesTheContext } from './names-the-context.js';

/** What is known of a key once it was compared with lists and guessed at. */
export type Appraisal = Readonly<{
  /** It stands in the list of common keys (KEY-04). */
  common: boolean;
  /** Logarithm to base 2 of the guesses a good guesser needs. */
  bits: number;
}>;

/** KEY-06: what CNIL asks of a key that is the only factor, measured by guesses and not by kinds of characters (C1). */
export const BITS_WANTED = 50;

type Facts = Readonly<{ words: readonly string[]; appraisal: Appraisal }>;

/** Why this key cannot be chosen, the plainest reason first; null when it can. Every kind of character is welcome (KEY-02). */
export const judgeKey = (key: string, { words, appraisal }: Facts): KeyRefusal | null =>
  faultOfText(key) ??
  (appraisal.common ? 'key-too-common' : null) ??
  (namesTheContext(key, words) ? 'key-names-the-context' : null) ??
  (appraisal.bits < BITS_WANTED ? 'key-too-guessable' : null);
