import { randomUUID } from 'node:crypto';
import type { Kafka } from 'kafkajs';
import { eventually } from '#event-store/testing';

/** A record as it stands in a topic. */
export type Standing = Readonly<{ topic: string; bytes: Buffer }>;

/** Every record of every topic until now, unpacked: key, value, names and values of headers, each on a line of its own. */
export const everyRecord = async (kafka: Kafka): Promise<readonly Standing[]> => {
  const admin = kafka.admin();
  await admin.connect();
  const topics = (await admin.listTopics()).filter((topic) => !topic.startsWith('__'));
  const open = new Map<string, bigint>();
  for (const topic of topics)
    for (const { partition, low, high } of await admin.fetchTopicOffsets(topic))
      if (low !== high) open.set(`${topic}/${partition}`, BigInt(high));
  await admin.disconnect();
  const records: Standing[] = [];
  const consumer = kafka.consumer({ groupId: `spec-${randomUUID()}` });
  await consumer.connect();
  await consumer.subscribe({ topics, fromBeginning: true });
  await consumer.run({
    autoCommit: false,
    eachMessage: async ({ topic, partition, message: { key, value, headers = {}, offset } }) => {
      const parts = [key, value, ...Object.entries(headers).flat(2)].map((part) => Buffer.from(part ?? ''));
      records.push({ topic, bytes: Buffer.concat(parts.flatMap((part) => [part, Buffer.from('\n')])) });
      const place = `${topic}/${partition}`;
      if (BigInt(offset) + 1n >= (open.get(place) ?? 0n)) open.delete(place);
    },
  });
  await eventually(() => {
    if (open.size > 0) throw new Error(`not read to the end: ${[...open.keys()].join()}`);
  });
  await consumer.disconnect();
  return records;
};
