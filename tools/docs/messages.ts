import { credentialMessage, sessionMessage, topics, userMessage } from '#contracts';
import { describeFields, jsonSchema } from './describe-schema.js';
import { code, page, table } from './table.js';

const schemas = { user: userMessage, credential: credentialMessage, session: sessionMessage } as const;

const section = (name: keyof typeof schemas) =>
  [
    `## ${code(topics[name])}`,
    table(
      ['type', 'body'],
      schemas[name].options.map((option) => [
        code(option.shape.type.value),
        describeFields(jsonSchema(option), ['type']).map(code).join(', '),
      ]),
    ),
  ].join('\n\n');

/** docs/reference/messages.md: what services tell each other, and anyone else who follows the topics. */
export const messagesPage = (): string =>
  page(
    'Messages',
    'What happened, told to other services: at least once, in order for each key, without secrets or personal data. A consumer is idempotent on the id of the message, which is that of the event it was made from.',
    ...(Object.keys(schemas) as (keyof typeof schemas)[]).map(section),
  );
