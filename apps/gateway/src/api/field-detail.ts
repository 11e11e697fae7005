import type { z } from 'zod';
import type { FieldWords } from '../problem/field-words.js';

type Issue = z.core.$ZodRawIssue;
type Plain = { [Word in keyof FieldWords]: FieldWords[Word] extends string ? Word : never }[keyof FieldWords];

/** What a check of ours says: `.refine(isTypedKey, says('typedKey'))`. */
export const says = (word: Plain) => ({ params: { says: word } });

const types: Readonly<Record<string, Plain>> = {
  string: 'text',
  boolean: 'truth',
  number: 'number',
  int: 'number',
  object: 'object',
};

/** Names that somebody sent come back cut short, and few of them. */
const named = (keys: readonly string[]) =>
  keys
    .slice(0, 5)
    .map((key) => key.slice(0, 40))
    .join(', ');

/** Says in somebody's words why a field is not as described. */
export const fieldDetail = (issue: Issue, words: FieldWords): string => {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? words.needed : words[types[issue.expected] ?? 'other'];
    case 'too_small':
      if (issue.origin !== 'string') return words.least(String(issue.minimum));
      return issue.minimum === 1 ? words.empty : words.shortest(String(issue.minimum));
    case 'too_big':
      return words[issue.origin === 'string' ? 'longest' : 'most'](String(issue.maximum));
    case 'invalid_value':
      return issue.input === undefined ? words.needed : words.oneOf(issue.values.join(', '));
    case 'unrecognized_keys':
      return words.unknown(named(issue.keys));
    case 'invalid_format':
      return words[issue.format === 'datetime' ? 'instant' : 'line'];
    case 'custom':
      return words[(issue.params?.['says'] as Plain | undefined) ?? 'other'];
    default:
      return words.other;
  }
};
