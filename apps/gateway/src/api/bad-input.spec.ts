import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Answer, type RunningGateway, startGateway, tokenOf } from '../testing/index.js';
import { openApiDocument } from './openapi/openapi-document.js';

type Schema = {
  type?: string;
  enum?: string[];
  anyOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
};
type Parameter = { name: string; in: string; required: boolean; schema: Schema };
type Described = {
  operationId: string;
  parameters: Parameter[];
  requestBody?: { content: { 'application/json': { schema: Schema } } };
};
const { paths } = openApiDocument() as unknown as { paths: Record<string, Record<string, Described>> };

/** Every operation of the document, with its body's schema. */
const operations = Object.entries(paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, described]) => ({
    ...described,
    path,
    method: method.toUpperCase(),
    body: described.requestBody?.content['application/json'].schema,
  })),
);
type Op = (typeof operations)[number];

/** A good value for every field of every body, so that one bad field is the only thing wrong. */
const good: Record<string, unknown> = {
  identifier: 'gerante',
  key: 'x',
  code: '123456',
  remember: false,
  email: 'a@ecole.example',
  currentKey: 'x',
  newKey: 'une clé de quinze signes',
  name: 'Anne Le Bris',
  role: 'office',
  locale: 'fr',
  slot: 'first',
  audience: 'planning',
  oldAddressUnusable: false,
};
const goodBody = ({ body }: Op) =>
  Object.fromEntries(Object.keys(body?.properties ?? {}).map((name) => [name, good[name]]));

let gateway: RunningGateway;
let headers: Record<string, string>;
beforeAll(async () => {
  gateway = await startGateway();
  headers = { authorization: `Bearer ${await tokenOf(gateway, 'gerante')}` };
});
afterAll(() => gateway.stop());

const url = (path: string, userId = 'moniteur', query = '') => path.replace('{userId}', userId) + query;
const send = (op: Op, body: string | Buffer, type = 'application/json') =>
  gateway.ask({ method: op.method, url: url(op.path), headers: { ...headers, 'content-type': type }, body });

/** A refusal the caller can read, and nothing recorded (TST-25). */
const expectRefused = async (sending: () => Promise<Answer>, why: string) => {
  const before = await gateway.platform.events.head();
  const answer = await sending();
  const seen = { why, status: answer.status, type: answer.headers['content-type'] };
  expect(seen).toEqual({ why, status: expect.any(Number), type: 'application/problem+json; charset=utf-8' });
  expect(answer.status).toBeGreaterThanOrEqual(400);
  expect(answer.status).toBeLessThan(500);
  expect(answer.json()).toMatchObject({
    type: expect.stringMatching(/^urn:trousseau:problem:/),
    title: expect.stringMatching(/.{10}/),
    status: answer.status,
  });
  expect(await gateway.platform.events.head()).toBe(before);
};

const MEGABYTES_10 = 'x'.repeat(10 * 1024 * 1024);
const isNullable = (schema: Schema) => schema.anyOf?.some(({ type }) => type === 'null') ?? false;

/** Values no field takes, as JSON text: what JSON can say but TypeScript would not. */
const hostileValue = (name: string, schema: Schema): fc.Arbitrary<string> =>
  fc.oneof(
    fc.constantFrom(
      '""',
      '[]',
      '{}',
      '["a","b"]',
      '0',
      '-1',
      '1e400',
      '"a\\u0000b"',
      '"\\ud800"',
      '"a\\udfff"',
    ),
    fc.constantFrom('{"__proto__":{"admin":true}}', '{"constructor":{"prototype":{}}}', '{"toString":"x"}'),
    fc.constantFrom(...(isNullable(schema) ? ['""'] : ['null'])),
    fc.constantFrom(...(schema.type === 'boolean' ? ['"true"', '"on"', '1'] : ['true', 'false'])),
    fc
      .anything({ withNullPrototype: false })
      .filter((value) => typeof value === 'object' && value !== null)
      .map(
        (value) =>
          JSON.stringify(value, (_key, part: unknown) => (typeof part === 'bigint' ? Number(part) : part)) ??
          '[]',
      ),
    fc.constantFrom(JSON.stringify('x'.repeat(9000)), JSON.stringify('é'.repeat(4090))),
    ...(name.toLowerCase().endsWith('key')
      ? []
      : [fc.stringMatching(/^[\x01-\x1f\x7f]{1,20}$/).map((text) => JSON.stringify(text))]),
  );

/** A body that is good but for one field. */
const withField = (op: Op, name: string, text: string) => {
  const rest = Object.entries(goodBody(op))
    .filter(([other]) => other !== name)
    .map(([other, value]) => `${JSON.stringify(other)}:${JSON.stringify(value)}`);
  return `{${[...rest, `${JSON.stringify(name)}:${text}`].join(',')}}`;
};

const withBody = operations.filter(({ body }) => body);

describe('bad input, for every operation of the OpenAPI document (TST-25)', () => {
  it('has operations with bodies, queries and paths to try', () => {
    expect(withBody.map(({ operationId }) => operationId).sort()).toEqual(
      [
        'addUser',
        'askKeyRenewal',
        'changeReferenceEmail',
        'giveSecondFactor',
        'issueToken',
        'openSession',
        'setKey',
      ].sort(),
    );
    for (const { body } of withBody) {
      for (const name of Object.keys(body!.properties!)) expect(good).toHaveProperty(name);
    }
  });

  it('refuses a hostile value in any field of any body', async () => {
    const tried = fc
      .constantFrom(...withBody)
      .chain((op) =>
        fc
          .constantFrom(...Object.entries(op.body!.properties!))
          .chain(([name, schema]) =>
            fc.tuple(fc.constant(op), fc.constant(name), hostileValue(name, schema)),
          ),
      );
    await fc.assert(
      fc.asyncProperty(tried, ([op, name, text]) =>
        expectRefused(
          () => send(op, withField(op, name, text)),
          `${op.operationId}.${name} = ${text.slice(0, 80)}`,
        ),
      ),
      { numRuns: 250 },
    );
  }, 60_000);

  it.each(withBody)('refuses a missing field, 10 MB and an unknown property: $operationId', async (op) => {
    for (const name of op.body!.required ?? []) {
      const { [name]: _, ...rest } = goodBody(op);
      await expectRefused(() => send(op, JSON.stringify(rest)), `${name} missing`);
      await expectRefused(
        () => send(op, JSON.stringify({ ...rest, [name]: MEGABYTES_10 })),
        `${name} of 10 MB`,
      );
    }
    await expectRefused(() => send(op, JSON.stringify({ ...goodBody(op), admin: true })), 'unknown property');
    const text = JSON.stringify(goodBody(op));
    await expectRefused(() => send(op, text.replace('{', '{"__proto__":{"admin":true},')), '__proto__');
    await expectRefused(
      () => send(op, text.replace('{', '{"constructor":{"prototype":{"a":1}},')),
      'constructor',
    );
  });

  it.each(withBody)('refuses what is no JSON object: $operationId', async (op) => {
    const text = JSON.stringify(goodBody(op));
    const bodies = [
      '',
      ' ',
      'null',
      '[]',
      '"text"',
      '12',
      text.slice(0, -1),
      `${text}}`,
      `[${text}]`,
      '{',
      'a=b',
      '\0',
    ];
    // Where every field may be left out, so may the body.
    const needed = bodies.filter((body) => body !== '' || (op.body!.required ?? []).length > 0);
    for (const body of needed) await expectRefused(() => send(op, body), `body ${body.slice(0, 20)}`);
    await expectRefused(() => send(op, Buffer.from([0xff, 0xfe, 0x7b, 0x7d])), 'bytes that are no UTF-8');
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: text.length - 1 }).map((length) => text.slice(0, length)),
        (cut) => expectRefused(() => send(op, cut), `cut to ${cut.length}`),
      ),
      { numRuns: 20 },
    );
  });

  it.each(withBody)('refuses any other type of body: $operationId', async (op) => {
    const text = JSON.stringify(goodBody(op));
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'application/xml',
      'nonsense',
      'application/json-seq',
    ]) {
      await expectRefused(() => send(op, text, type), type);
    }
  });

  const queries = operations.flatMap((op) =>
    op.parameters
      .filter((each) => each.in === 'query')
      .map((parameter) => ({ op, ...parameter, id: `${op.operationId}?${parameter.name}` })),
  );
  it.each(queries)('refuses a hostile parameter: $id', async ({ op, name, schema }) => {
    const get = (query: string) =>
      gateway.ask({ method: op.method, url: url(op.path, 'moniteur', query), headers });
    // What cannot be decoded is taken as it stands: text to search for, but no number, no column and no cursor.
    const hostile = ['%00', 'a%0d%0ab', 'x'.repeat(1000), ...(name === 'q' ? [] : ['', '%ff', '%ed%a0%80'])];
    const notNumbers = ['-1', '1.5', '1e3', '0x10', '%201', 'NaN', '99999999999999999999'];
    for (const value of [...hostile, ...(schema.type === 'integer' ? notNumbers : [])]) {
      await expectRefused(() => get(`?${name}=${value}`), `${name}=${value.slice(0, 20)}`);
    }
    await expectRefused(() => get(`?${name}=1&${name}=1`), `${name} twice`);
    await expectRefused(() => get(`?${name}[]=1`), `${name}[]`);
    await expectRefused(() => get(`?${name}[a]=1`), `${name}[a]`);
    await expectRefused(() => get('?__proto__=1'), '__proto__');
    await expectRefused(() => get('?unknown=1'), 'unknown');
    await expectRefused(() => get(`?${name}=${'x'.repeat(20_000)}`), 'longer than a head may be');
  });

  const onUsers = operations.filter(({ path }) => path.includes('{userId}'));
  it.each(onUsers)('refuses an id that is nobody’s: $operationId', async (op) => {
    const ids = ['nobody', '00000000-0000-4000-8000-000000000000', '__proto__', 'constructor', '*', "'--"];
    const odd = [
      '%00',
      '%ff',
      '%ed%a0%80',
      '%0d%0a',
      '..%2f..',
      '%2e%2e',
      'x'.repeat(200),
      'x'.repeat(2000),
      '%',
    ];
    for (const id of [...ids, ...odd]) {
      const asked = {
        method: op.method,
        url: url(op.path, id),
        headers,
        ...(op.body ? { json: goodBody(op) } : {}),
      };
      await expectRefused(() => gateway.ask(asked), `id ${id.slice(0, 20)}`);
    }
  });

  it.each(['', 'x', '-1', '1.5', '9'.repeat(30)])(
    'refuses a position that is none: "%s"',
    async (position) => {
      const asked = { url: '/api/v1/users', headers: { ...headers, 'trousseau-at-least': position } };
      await expectRefused(() => gateway.ask(asked), position);
    },
  );

  it('still works afterwards', async () => {
    expect((await gateway.ask({ url: '/api/v1/users', headers })).status).toBe(200);
  });
});
