import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { TestBroker, describeOnKafka } from '../../../test/kafka/kafka-suite.js';
import type { Caller } from './caller.js';
import { EndedSessions } from './ended-sessions.js';
import { type Following, followTopics } from './follow-topics.js';
import type { Told } from './told.js';

const LONG = 120_000;

describeOnKafka('an internal service on Kafka', () => {
  let broker: TestBroker;
  let following: Following | undefined;
  beforeAll(async () => {
    broker = await TestBroker.start();
  }, LONG);
  afterAll(async () => {
    await following?.stop();
    await broker.remove();
  }, LONG);

  const tell = async (topic: string, data: Told, at = new Date()) => {
    const producer = broker.kafka('auth').producer();
    await producer.connect();
    const time = at.toISOString();
    const type = `${data.type}.v1`;
    const event = { specversion: '1.0', id: randomUUID(), source: `/trousseau/${topic}`, type, time, data };
    const message = { key: data.userId, value: JSON.stringify(event), timestamp: String(at.getTime()) };
    await producer.send({ topic, messages: [message] });
    await producer.disconnect();
  };
  const until = async (condition: () => boolean) => {
    while (!condition()) await pause(20);
  };
  const caller = (userId: string, sessionId: string): Caller => ({
    ...{ userId, sessionId, schoolId: 's1', role: 'manager', epoch: 1 },
    issuedAt: Date.now() - 60_000,
    expiresAt: Date.now() + 60_000,
  });

  it(
    'knows what ended shortly before it began, and hears what ends from then on',
    async () => {
      const ended = new EndedSessions();
      const longAgo = new Date(Date.now() - 3_600_000);
      await tell('identity.session.v1', { type: 'session.ended', userId: 'zoe', sessionId: 'old' }, longAgo);
      await tell('identity.session.v1', { type: 'session.ended', userId: 'zoe', sessionId: 'one' });
      following = await followTopics(broker.kafka('planning'), ended);
      await until(following.isCaughtUp);
      expect(ended.hasEnded(caller('zoe', 'one'))).toBe(true);
      expect(ended.hasEnded(caller('zoe', 'two'))).toBe(false);
      expect(ended.size).toBe(1);

      await tell('identity.credential.v1', { type: 'credential.disabled', userId: 'zoe', epoch: 2 });
      await until(() => ended.hasEnded(caller('zoe', 'two')));
      expect(ended.hasEnded(caller('max', 'three'))).toBe(false);
    },
    LONG,
  );
});
