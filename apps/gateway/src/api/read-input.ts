import type { z } from 'zod';
import { type FieldProblem, Problem } from '../problem/problem.js';
import type { InputOf, Operation } from './operation.js';

type Raw = Readonly<{ params: unknown; query: unknown; body: unknown }>;

/** JSON Pointer (RFC 6901) of a place in a document. */
const pointer = (path: readonly PropertyKey[]) =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

const part = (where: FieldProblem['in'], schema: z.ZodType | undefined, value: unknown) => {
  const parsed = schema?.safeParse(value === undefined ? {} : value);
  if (!parsed || parsed.success) return { value: parsed?.data, fields: [] };
  // Messages are ours and Zod's; the value itself is never repeated, it may be a secret.
  const fields = parsed.error.issues.map(({ path, message }) => ({
    in: where,
    pointer: pointer(path),
    detail: message,
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
