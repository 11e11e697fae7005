import { type ProblemCode, problemType, problems } from '../../problem/problems.js';
import type { Operation } from '../operation.js';
import { AT_LEAST_HEADER } from '../users/at-least.js';
import { askedPositionField } from '../users/user.fields.js';
import { problemsOf } from './problems-of.js';
import type { JsonSchema, Schemas } from './schemas.js';

const parametersIn = (place: 'path' | 'query', schema: Operation['path'], schemas: Schemas) =>
  Object.entries(schema?.shape ?? {}).map(([name, field]) => {
    const { description, ...rest } = schemas.of(field, 'output');
    const required = place === 'path' || !field.safeParse(undefined).success;
    return { name, in: place, required, ...(description === undefined ? {} : { description }), schema: rest };
  });

const waiting = (schemas: Schemas) => ({
  name: AT_LEAST_HEADER,
  in: 'header',
  required: false,
  description: 'Like `atLeast`, which wins when both are given.',
  schema: schemas.of(askedPositionField, 'output'),
});

const retryAfter = { 'Retry-After': { description: 'Seconds to wait.', schema: { type: 'integer' } } };

const problemAnswer = (status: number, codes: readonly ProblemCode[]): JsonSchema => ({
  description: codes.map((code) => problems[code].en).join(' '),
  ...(status === 429 || status === 503 ? { headers: retryAfter } : {}),
  content: {
    'application/problem+json': {
      schema: {
        allOf: [
          { $ref: '#/components/schemas/Problem' },
          { properties: { type: { enum: codes.map(problemType) } } },
        ],
      },
    },
  },
});

const problemAnswers = (described: Operation): Record<string, JsonSchema> => {
  const codes = problemsOf(described);
  const statuses = [...new Set(codes.map((code) => problems[code].status))];
  return Object.fromEntries(
    statuses.map((status) => [
      status,
      problemAnswer(
        status,
        codes.filter((code) => problems[code].status === status),
      ),
    ]),
  );
};

const answers: Readonly<Record<number, string>> = {
  200: 'Done.',
  201: 'Made.',
  202: 'Accepted.',
  204: 'Done; nothing to add.',
};

/** One operation as OpenAPI writes it. */
export const describeOperation = (described: Operation, schemas: Schemas): JsonSchema => ({
  operationId: described.id,
  tags: [described.tag],
  summary: described.summary,
  ...(described.description === undefined ? {} : { description: described.description }),
  security: described.access === 'everyone' ? [] : [{ session: [] }],
  parameters: [
    ...parametersIn('path', described.path, schemas),
    ...parametersIn('query', described.query, schemas),
    ...(described.waits ? [waiting(schemas)] : []),
  ],
  ...(described.body && {
    requestBody: {
      required: !described.body.safeParse({}).success,
      content: { 'application/json': { schema: schemas.of(described.body, 'input') } },
    },
  }),
  responses: {
    [described.status]: {
      description: answers[described.status],
      ...(described.answer && {
        content: { 'application/json': { schema: schemas.of(described.answer, 'output') } },
      }),
    },
    ...problemAnswers(described),
  },
});
