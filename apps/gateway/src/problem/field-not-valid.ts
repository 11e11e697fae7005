import { type FieldWords, inEachLocale } from './field-words.js';
import { type FieldProblem, Problem } from './problem.js';

/** The problem of a field that no schema alone can refuse: where it stands (JSON Pointer), and what is said of it. */
export const fieldNotValid = (
  where: FieldProblem['in'],
  pointer: string,
  say: (words: FieldWords) => string,
): Problem =>
  new Problem('request-not-valid', { fields: [{ in: where, pointer, detail: inEachLocale(say) }] });
