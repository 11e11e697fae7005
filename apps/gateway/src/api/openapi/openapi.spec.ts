import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { problems, problemType } from '../../problem/problems.js';
import { type RunningGateway, startGateway } from '../../testing/index.js';
import { operations } from '../operations.js';
import { openApiDocument } from './openapi-document.js';

type Described = {
  operationId: string;
  parameters: { name: string; schema: Schema }[];
  requestBody?: { required: boolean; content: { 'application/json': { schema: Schema } } };
  responses: Record<
    string,
    {
      content?: Record<
        string,
        { schema: { allOf?: [unknown, { properties: { type: { enum: string[] } } }] } }
      >;
    }
  >;
};
const document = openApiDocument() as {
  openapi: string;
  paths: Record<string, Record<string, Described>>;
  components: { schemas: Record<string, unknown> };
};
const described = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({
    route: `${method.toUpperCase()} ${path}`,
    ...operation,
  })),
);

type Schema = {
  type?: string;
  enum?: unknown[];
  maxLength?: number;
  pattern?: string;
  minimum?: number;
  maximum?: number;
  maxItems?: number;
  anyOf?: Schema[];
  items?: Schema;
  properties?: Record<string, Schema>;
};

/** The schema itself, or those that it is made of. */
const partsOf = (where: string, schema: Schema): { where: string; schema: Schema }[] => [
  ...(schema.anyOf ?? []).flatMap((part) => partsOf(where, part)),
  ...Object.entries(schema.properties ?? {}).flatMap(([name, part]) => partsOf(`${where}.${name}`, part)),
  ...(schema.items ? partsOf(`${where}[]`, schema.items) : []),
  ...(schema.type === undefined ? [] : [{ where, schema }]),
];

/** Every schema of what somebody sends. */
const inputs = () =>
  described.flatMap(({ operationId, parameters, requestBody }) => [
    ...parameters.flatMap(({ name, schema }) => partsOf(`${operationId}?${name}`, schema)),
    ...(requestBody ? partsOf(operationId, requestBody.content['application/json'].schema) : []),
  ]);

const isBounded = ({ type, enum: values, maxLength, minimum, maximum, maxItems }: Schema): boolean => {
  if (type === 'string') return values !== undefined || maxLength !== undefined;
  if (type === 'integer') return minimum !== undefined && maximum !== undefined;
  return type !== 'array' || maxItems !== undefined;
};

let gateway: RunningGateway;
beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway.stop());

const registered = () =>
  gateway.routes
    .filter((route) => route.includes(' /api') && !route.startsWith('HEAD '))
    .map((route) => route.replaceAll(/:(\w+)/g, '{$1}'));

describe('the OpenAPI document', () => {
  it('describes every route under /api, and no route that is not there', () => {
    const routes = registered();
    expect(routes.length).toBeGreaterThanOrEqual(13);
    expect(described.map(({ route }) => route).sort()).toEqual(routes.sort());
  });

  it.each(described.filter(({ route }) => !route.startsWith('GET ')))(
    'says of $route that a body of another type is refused, as it is',
    async ({ route, responses }) => {
      const [method, path] = route.split(' ') as [string, string];
      const headers = { 'content-type': 'text/plain' };
      const answer = await gateway.ask({ method, url: path.replace('{userId}', 'moniteur'), headers });
      expect(answer.status).toBe(415);
      expect(responses).toHaveProperty('415');
    },
  );

  it('asks for a body where something in it is needed, and only there', () => {
    const asks = (id: string) => {
      const { requestBody } = described.find(({ operationId }) => operationId === id)!;
      return requestBody?.required;
    };
    expect([asks('setKey'), asks('issueToken'), asks('endSession')]).toEqual([true, false, undefined]);
  });

  it('is served', async () => {
    const answer = await gateway.ask({ url: '/api/openapi.json' });
    expect(answer.status).toBe(200);
    expect(answer.json()).toEqual(document);
    expect(document.openapi).toBe('3.1.1');
  });

  it('refers to nothing that is not in it', () => {
    const text = JSON.stringify(document);
    const references = [...text.matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map(
      ([, name]) => name!,
    );
    expect(references.length).toBeGreaterThan(10);
    for (const name of references) expect(document.components.schemas).toHaveProperty(name);
    expect(text).not.toContain('$defs');
  });

  it('bounds every text, number and list that it takes (TST-38)', () => {
    const unbounded = inputs().filter(({ schema }) => !isBounded(schema));
    expect(inputs().length).toBeGreaterThan(20);
    expect(unbounded.map(({ where }) => where)).toEqual([]);
  });

  it('asks for a position alike in the address and in a header', () => {
    const positions = inputs().filter(({ where }) => /atLeast|trousseau-at-least/.test(where));
    expect(positions).toHaveLength(4);
    const { schema: first } = positions[0]!;
    expect(first).toMatchObject({ minimum: 0, maximum: 999_999_999_999_999 });
    for (const { schema } of positions) expect(schema).toEqual(first);
  });

  it('says of a line of text what is checked of it', async () => {
    const { schema } = inputs().find(({ where }) => where === 'askKeyRenewal.identifier')!;
    const line = new RegExp(schema.pattern!, 'u');
    for (const [identifier, status] of [
      ['Zoé 🔑', 202],
      ['a\nb', 400],
      ['\ud800', 400],
    ] as const) {
      const json = { identifier, email: 'zoe@ecole.example' };
      const answer = await gateway.ask({ method: 'POST', url: '/api/v1/key-renewals', json });
      expect([identifier, line.test(identifier), answer.status]).toEqual([
        identifier,
        status === 202,
        status,
      ]);
    }
  });

  it('names every operation once', () => {
    const ids = described.map(({ operationId }) => operationId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('lists for every operation its problems, each under its own status', () => {
    for (const { responses } of described) {
      const refusals = Object.entries(responses).filter(([status]) => Number(status) >= 400);
      expect(refusals.length).toBeGreaterThan(2);
      for (const [status, { content }] of refusals) {
        const types = content!['application/problem+json']!.schema.allOf![1].properties.type.enum;
        const ofStatus = Object.entries(problems).filter(([, kind]) => kind.status === Number(status));
        expect(ofStatus.map(([code]) => problemType(code as 'not-found'))).toEqual(
          expect.arrayContaining(types),
        );
      }
    }
  });

  it('asks for a session everywhere but where everybody may come', () => {
    const open = operations.filter(({ access }) => access === 'everyone').map(({ id }) => id);
    expect(open).toEqual(['openSession', 'askKeyRenewal', 'readOpenApi']);
    for (const { operationId, ...rest } of described) {
      const { security } = rest as unknown as { security: unknown[] };
      expect([operationId, security.length]).toEqual([operationId, open.includes(operationId) ? 0 : 1]);
    }
  });
});
