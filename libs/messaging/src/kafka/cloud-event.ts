import type { KafkaMessage } from 'kafkajs';
import { z } from 'zod';
import {
  type CloudEvent,
  type Message,
  type MessageBody,
  type Topic,
  cloudEvent,
  credentialMessage,
  sessionMessage,
  topics,
  userMessage,
} from '#contracts';

/** Content type of a CloudEvent that stands whole in the value (CloudEvents Kafka binding, 3.3). */
export const CONTENT_TYPE = 'application/cloudevents+json; charset=UTF-8';

const bodies: Readonly<Record<Topic, z.ZodType<MessageBody>>> = {
  [topics.user]: userMessage,
  [topics.credential]: credentialMessage,
  [topics.session]: sessionMessage,
};

/** The message as CloudEvents 1.0 JSON. Its type is that of the body and the major version of its topic. */
export const toCloudEvent = ({ id, topic, key, at, position, body }: Message): CloudEvent => ({
  specversion: '1.0',
  id,
  source: `/trousseau/${topic}`,
  type: `${body.type}.v1`,
  subject: key,
  time: at,
  datacontenttype: 'application/json',
  position,
  data: body,
});

/** The message in a record of a topic. Throws when it is none, so that it is parked; what it holds is not repeated. */
export const fromRecord = (topic: Topic, { value }: Pick<KafkaMessage, 'value'>): Message => {
  const envelope = cloudEvent.safeParse(parsed(value));
  if (!envelope.success) throw new TypeError(`a record of ${topic} is no CloudEvent`);
  const { id, subject, time, position, data } = envelope.data;
  // A newer service may tell of more than this one knows; whoever follows leaves alone what it does not know.
  const body = bodies[topic].safeParse(data);
  const known = body.success ? body.data : unknownBody.safeParse(data).data;
  if (known === undefined) throw new TypeError(`a record of ${topic} has no body`);
  return { id, topic, key: subject, at: time, position, body: known as MessageBody };
};

/** A body of a type that this version does not know, or knows in part. */
const unknownBody = z.looseObject({ type: z.string(), userId: z.string() });

const parsed = (value: Buffer | null): unknown => {
  try {
    return JSON.parse(value?.toString() ?? '');
  } catch {
    return undefined;
  }
};
