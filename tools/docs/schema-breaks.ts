/** As much of JSON Schema as the contracts use. */
export type Schema = Readonly<{
  type?: string;
  const?: unknown;
  enum?: readonly unknown[];
  oneOf?: readonly Schema[];
  anyOf?: readonly Schema[];
  properties?: Readonly<Record<string, Schema>>;
  required?: readonly string[];
  items?: Schema;
}>;

const typeOf = (schema: Schema): string => String(schema.properties?.['type']?.const ?? '');

/**
 * What would surprise a reader that knows `before` and is sent what `after` allows. New types of messages and new fields are no
 * surprise: a reader leaves alone what it does not know.
 */
export const schemaBreaks = (before: Schema, after: Schema, at = ''): readonly string[] => {
  const variants = before.oneOf ?? before.anyOf;
  if (variants) {
    const now = after.oneOf ?? after.anyOf ?? [];
    return variants.flatMap((variant) => {
      const same = now.find((other) => typeOf(other) === typeOf(variant));
      return same ? schemaBreaks(variant, same, typeOf(variant)) : [`${typeOf(variant)} is gone`];
    });
  }
  return [...valueBreaks(before, after, at), ...fieldBreaks(before, after, at)];
};

const valueBreaks = (before: Schema, after: Schema, at: string): string[] => {
  if (before.type !== after.type) return [`${at} was ${before.type}, is ${after.type}`];
  if (before.const !== after.const) return [`${at} was always ${String(before.const)}`];
  if (before.enum === undefined) return [];
  if (after.enum === undefined) return [`${at} may be anything now`];
  const known = before.enum;
  return after.enum
    .filter((value) => !known.includes(value))
    .map((value) => `${at} may be ${String(value)} now`);
};

const fieldBreaks = (before: Schema, after: Schema, at: string): string[] => {
  const name = (field: string) => (at === '' ? field : `${at}.${field}`);
  const lost = (before.required ?? [])
    .filter((field) => !(after.required ?? []).includes(field))
    .map((field) => `${name(field)} may be missing now`);
  const changed = Object.entries(before.properties ?? {}).flatMap(([field, schema]) => {
    const now = after.properties?.[field];
    return now === undefined ? [] : schemaBreaks(schema, now, name(field));
  });
  const items = before.items && after.items ? schemaBreaks(before.items, after.items, `${at}[]`) : [];
  return [...lost, ...changed, ...items];
};
