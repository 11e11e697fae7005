import type { z } from 'zod';
import * as contracts from '#contracts';
import { describeFields, describeSchema, jsonSchema } from './describe-schema.js';
import { docComments } from './doc-comments.js';
import { filesBelow, root } from './files.js';
import { code, page, table } from './table.js';

type Declared = Readonly<{
  name: string;
  kind: 'command' | 'query';
  payload: z.ZodObject;
  reply: z.ZodDiscriminatedUnion<[z.ZodObject, z.ZodObject]>;
}>;

const isRequest = (value: unknown): value is Declared =>
  typeof value === 'object' && value !== null && 'payload' in value && 'reply' in value;

/** Shapes that many requests share, shown once. */
const shared = [
  ['Actor', contracts.actor],
  ['Profile', contracts.profile],
  ['Session', contracts.session],
  ['UserView', contracts.userView],
] as const;
const described = (schema: z.ZodType) => describeSchema(jsonSchema(schema));
const byName = (text: string) =>
  shared.reduce((shorter, [name, schema]) => shorter.replaceAll(described(schema), name), text);

/** Without the fields every request of its kind has. */
const fields = (schema: z.ZodObject, ...leftOut: string[]) =>
  describeFields(jsonSchema(schema), ['outcome', ...leftOut])
    .map((field) => code(byName(field)))
    .join(', ');

const refusals = (refused: z.ZodObject) =>
  ((refused.shape['reason'] as z.ZodEnum).options as string[]).map(code).join(', ');

/** docs/reference/requests.md: the commands and queries on the bus. */
export const requestsPage = (): string => {
  const comments = docComments(filesBelow(`${root}libs/contracts/src`, '.ts'));
  const declared = Object.entries(contracts).flatMap(([constant, value]) =>
    isRequest(value) ? [{ ...value, comment: comments.get(constant) ?? '' }] : [],
  );
  const section = (title: string, kind: Declared['kind'], ...common: string[]) =>
    [
      `## ${title}`,
      table(
        ['name', 'payload', 'reply when done', 'refusals', ''],
        declared
          .filter((request) => request.kind === kind)
          .sort((a, b) => a.name.localeCompare(b.name, 'en'))
          .map(({ name, payload, reply, comment }) => [
            code(name),
            fields(payload, ...common),
            fields(reply.options[0], ...common),
            refusals(reply.options[1]),
            comment,
          ]),
      ),
    ].join('\n\n');

  return page(
    'Requests',
    'Commands and queries between services, as Nest message patterns. A reply that does not come within 5 seconds, or a store that cannot be reached, is `ServiceUnavailable`.',
    section('Commands', 'command', 'commandId', 'channel', 'position'),
    'Every command also carries `commandId: uuid` (repeating one records nothing new) and, where a person is behind it, `channel`, the door they came through; it answers with `position: integer`, where its last event stands.',
    section('Queries', 'query'),
    '## Shared shapes',
    table(
      ['name', 'shape'],
      shared.map(([name, schema]) => [code(name), code(described(schema))]),
    ),
  );
};
