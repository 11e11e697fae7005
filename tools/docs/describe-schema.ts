import { z } from 'zod';

type Schema = Readonly<{
  type?: string;
  const?: unknown;
  enum?: readonly unknown[];
  format?: string;
  items?: Schema;
  anyOf?: readonly Schema[];
  oneOf?: readonly Schema[];
  properties?: Readonly<Record<string, Schema>>;
  required?: readonly string[];
}>;

/** The JSON Schema of what may be given to this schema. */
export const jsonSchema = (schema: z.ZodType): Schema => z.toJSONSchema(schema, { io: 'input' }) as Schema;

/** What a JSON Schema accepts, in a few words. */
export const describeSchema = (schema: Schema): string => {
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' or ');
  const options = schema.anyOf ?? schema.oneOf;
  if (options) return options.map(describeSchema).join(' or ');
  if (schema.type === 'array') return `list of ${describeSchema(schema.items ?? {})}`;
  if (schema.properties) return `{ ${describeFields(schema).join(', ')} }`;
  return schema.format ?? schema.type ?? 'anything';
};

/** The fields of an object schema, `name?` where it may be missing. */
export const describeFields = (
  { properties = {}, required = [] }: Schema,
  leftOut: readonly string[] = [],
): string[] =>
  Object.entries(properties)
    .filter(([name]) => !leftOut.includes(name))
    .map(([name, schema]) => `${name}${required.includes(name) ? '' : '?'}: ${describeSchema(schema)}`);
