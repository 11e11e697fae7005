import { existsSync, readFileSync } from 'node:fs';
import { credentialMessage, sessionMessage, topics, userMessage } from '#contracts';
import { z } from 'zod';
import { type Schema, schemaBreaks } from './schema-breaks.js';
import { root } from './files.js';

const bodies = {
  [topics.user]: userMessage,
  [topics.credential]: credentialMessage,
  [topics.session]: sessionMessage,
} as const;

/** The JSON Schema of what stands in `data` of a topic's messages. */
export const bodySchema = (topic: keyof typeof bodies): Schema =>
  z.toJSONSchema(bodies[topic], { io: 'output' }) as Schema;

/** docs/reference/schemas: one JSON Schema for each topic, by file name. */
export const schemaPages: Readonly<Record<string, () => string>> = Object.fromEntries(
  Object.values(topics).map((topic) => [
    `schemas/${topic}.json`,
    () => `${JSON.stringify({ $id: `urn:trousseau:${topic}`, ...bodySchema(topic) }, null, 2)}\n`,
  ]),
);

/** What in a schema would break those who read by the one that stands in docs/reference; nothing where none stands. */
export const breaksOf = (name: string, generated: string): readonly string[] => {
  const file = `${root}docs/reference/${name}`;
  if (!existsSync(file)) return [];
  const standing = JSON.parse(readFileSync(file, 'utf8')) as Schema;
  return schemaBreaks(standing, JSON.parse(generated) as Schema).map((broken) => `${name}: ${broken}`);
};
