import { z } from 'zod';

export type JsonSchema = Readonly<Record<string, unknown>>;

/**
 * Turns Zod schemas into JSON Schema 2020-12, the dialect of OpenAPI 3.1. Schemas with an id go to `components` once and
 * are referred to; `direction` says whether the document describes what we take or what we give.
 */
export class Schemas {
  readonly components: Record<string, unknown> = {};

  of(schema: z.ZodType, direction: 'input' | 'output'): JsonSchema {
    const {
      $schema: _dialect,
      $defs,
      id: _id,
      ...rest
    } = z.toJSONSchema(schema, { io: direction, unrepresentable: 'any' });
    const written = JSON.parse(
      JSON.stringify({ rest, defs: $defs ?? {} }).replaceAll('"#/$defs/', '"#/components/schemas/'),
    ) as { rest: JsonSchema; defs: Record<string, JsonSchema> };
    for (const [name, { $schema: _, id: __, ...definition }] of Object.entries(written.defs)) {
      this.components[name] = definition;
    }
    return written.rest;
  }
}
