import { cloudEvent, topics } from '#contracts';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { root } from './files.js';
import { declaration } from '../kafka/declaration.js';
import { bodySchema } from './schemas.js';

const CHECKPOINTS = 'trousseau.checkpoints';

const nameOf = (topic: string) => topic.replaceAll('.', '-');

const channelOf = (topic: string) => {
  const declared = declaration.topics.find(({ name }) => name === topic);
  if (declared === undefined) throw new Error(`${topic} is not declared`);
  return {
    declared,
    channel: {
      address: topic,
      description: declared.about,
      messages: { message: { $ref: `#/components/messages/${nameOf(topic)}` } },
      bindings: {
        kafka: {
          partitions: declared.partitions,
          topicConfiguration: declared.config,
          bindingVersion: '0.5.0',
        },
      },
    },
  };
};

const storedNote = () => {
  const stored = 'libs/evidence/src/checkpoint/stored/LogCheckpointSigned.json';
  return (JSON.parse(readFileSync(root + stored, 'utf8')) as { data: { note: string } }).data.note;
};

/** No message of what happened, but a signed note: text, to be verified with the key of the log. */
const checkpoint = {
  name: CHECKPOINTS,
  contentType: 'text/plain; charset=utf-8',
  description:
    'A checkpoint of the log, C2SP tlog-checkpoint in a signed-note: the name of the log, the number of its leaves, their root, an empty line, an Ed25519 signature. At least once; the largest counts.',
  payload: { type: 'string' },
  examples: [{ payload: storedNote() }],
  bindings: {
    kafka: { key: { type: 'string', description: 'The name of the log.' }, bindingVersion: '0.5.0' },
  },
};

/** docs/reference/asyncapi.json: the topics that anybody may follow, in AsyncAPI 3.0. */
export const asyncApiPage = (): string => {
  const messages = Object.values(topics).map((topic) => ({ topic, ...channelOf(topic) }));
  const named = [...messages, { topic: CHECKPOINTS, ...channelOf(CHECKPOINTS) }];
  const { $schema: _draft, ...envelope } = z.toJSONSchema(cloudEvent, { io: 'output' });
  const document = {
    asyncapi: '3.0.0',
    info: {
      title: 'Trousseau',
      version: '1.0.0',
      description:
        'What happened, at least once, in order for each key, without secrets or personal data. Leave alone what you do not know; take a message whose position is not above the last of its partition for a repetition.',
    },
    defaultContentType: 'application/cloudevents+json',
    channels: Object.fromEntries(named.map(({ topic, channel }) => [nameOf(topic), channel])),
    operations: Object.fromEntries(
      named.map(({ topic, declared }) => [
        `${nameOf(topic)}-told`,
        {
          action: 'send',
          channel: { $ref: `#/channels/${nameOf(topic)}` },
          summary: `Told by ${declared.write.join(', ')}.`,
        },
      ]),
    ),
    components: {
      messages: Object.fromEntries([
        ...messages.map(({ topic }) => [
          nameOf(topic),
          {
            name: topic,
            contentType: 'application/cloudevents+json',
            payload: { $ref: `#/components/schemas/${nameOf(topic)}` },
            bindings: { kafka: { key: { type: 'string' }, bindingVersion: '0.5.0' } },
          },
        ]),
        [nameOf(CHECKPOINTS), checkpoint],
      ]),
      schemas: Object.fromEntries(
        messages.map(({ topic }) => {
          const { $schema: _body, ...data } = bodySchema(topic) as Record<string, unknown>;
          return [nameOf(topic), { ...envelope, properties: { ...envelope.properties, data } }];
        }),
      ),
    },
  };
  return `${JSON.stringify(document, null, 2)}\n`;
};
