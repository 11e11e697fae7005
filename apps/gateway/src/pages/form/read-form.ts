import type { z } from 'zod';

/** What went wrong, by field; the words are found later, in the language of the page. */
export type Problems = Readonly<Record<string, string>>;

export type Read<Values> =
  Readonly<{ ok: true; values: Values }> | Readonly<{ ok: false; problems: Problems }>;

/** Reads a posted form. The first thing wrong with a field is the one that is told. */
export const readForm = <Schema extends z.ZodType>(schema: Schema, body: unknown): Read<z.infer<Schema>> => {
  const read = schema.safeParse(body ?? {});
  if (read.success) return { ok: true, values: read.data };
  const problems: Record<string, string> = {};
  for (const { path, message } of read.error.issues) problems[String(path[0] ?? '')] ??= message;
  return { ok: false, problems };
};
