import type { z } from 'zod';
import { type FieldProblem, Problem } from '../problem/problem.js';
import { type FieldWords, fieldWords } from '../problem/field-words.js';
import { fieldDetail } from './field-detail.js';
import type { InputOf, Operation } from './operation.js';

type Raw = Readonly<{ params: unknown; query: unknown; body: unknown }>;

/** JSON Pointer (RFC 6901) of a place in a document. */
const pointer = (path: readonly PropertyKey[]) =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** Reads it by the schema; what is not as described is told in these words. */
const readIn = (words: FieldWords, schema: z.ZodType, value: unknown) =>
  schema.safeParse(value, { error: (issue) => fieldDetail(issue, words) });

const part = (where: FieldProblem['in'], schema: z.ZodType | undefined, given: unknown) => {
  if (schema === undefined) return { value: undefined, fields: [] };
  const value = given === undefined ? {} : given;
  const french = readIn(fieldWords.fr, schema, value);
  if (french.success) return { value: french.data, fields: [] };
  const english = readIn(fieldWords.en, schema, value).error?.issues ?? [];
  const fields = french.error.issues.map(({ path, message }, at) => ({
    in: where,
    pointer: pointer(path),
    detail: { fr: message, en: english[at]?.message ?? message },
  }));
  return { value: undefined, fields };
};

/** What an operation gets of a request. Throws `request-not-valid` naming every field that is not as described. */
export const readInput = <O extends Operation>(described: O, raw: Raw): InputOf<O> => {
  const path = part('path', described.path, raw.params);
  const query = part('query', described.query, raw.query);
  const body = part('body', described.body, raw.body);
  const fields = [...path.fields, ...query.fields, ...body.fields];
  if (fields.length > 0) throw new Problem('request-not-valid', { fields: fields.slice(0, 20) });
  return { path: path.value, query: query.value, body: body.value } as InputOf<O>;
};
