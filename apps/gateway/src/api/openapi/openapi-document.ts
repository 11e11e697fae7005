import { z } from 'zod';
import { operations } from '../operations.js';
import { describeOperation } from './describe-operation.js';
import { type JsonSchema, Schemas } from './schemas.js';

const problem = z
  .object({
    type: z.string().describe('Names the problem for programs; it never changes.'),
    title: z
      .string()
      .describe('Names it for people, in the language of `Accept-Language`: French, or English.'),
    status: z.int(),
    instance: z.string().optional().describe('Finds the case in our log.'),
    retryAfter: z.int().optional().describe('Seconds to wait, as in `Retry-After`.'),
    errors: z
      .array(
        z.object({
          in: z.enum(['body', 'query', 'path', 'header']),
          pointer: z.string().describe('JSON Pointer (RFC 6901).'),
          detail: z.string().describe('Says why, in the language of `title`.'),
        }),
      )
      .optional(),
  })
  .describe('RFC 9457.');

/** The OpenAPI 3.1 document, made from the same operations that make the routes, guards and checks. */
export const openApiDocument = (): JsonSchema => {
  const schemas = new Schemas();
  const paths: Record<string, Record<string, JsonSchema>> = {};
  for (const described of operations) {
    (paths[described.route] ??= {})[described.method.toLowerCase()] = describeOperation(described, schemas);
  }
  return {
    openapi: '3.1.1',
    info: {
      title: 'Trousseau',
      version: '1',
      description:
        'Signs people of driving schools in. JSON only; at most 8 KiB a request. Unknown properties and parameters are refused.',
    },
    paths,
    components: {
      securitySchemes: {
        session: { type: 'http', scheme: 'bearer', description: 'The `token` of `openSession`.' },
      },
      schemas: { ...schemas.components, Problem: schemas.of(problem, 'output') },
    },
  };
};
