import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, type DynamicModule, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { Kafka } from 'kafkajs';
import { z } from 'zod';
import { query } from '#contracts';
import { openKafka } from '#kafka';
import { Answers, BusErrors, openKafkaBus } from '#service-bus';
import { serviceBusContract } from '#service-bus/testing';
import { TestBroker, describeOnKafka } from '../../../../test/kafka/kafka-suite.js';

const silent = { warn: () => undefined, debug: () => undefined };
const keys = [Buffer.alloc(32, 3)];
const Where = query('auth.where', {
  payload: { ms: z.number() },
  done: { id: z.string() },
  refused: ['never'],
});

const replica = (id: string) => {
  @Controller()
  class WhereController {
    @Answers(Where)
    async where({ ms }: { ms: number }) {
      await pause(ms);
      return { outcome: 'done', id };
    }
  }
  @Module({ controllers: [WhereController] })
  class WhereModule {}
  return { module: WhereModule };
};

describeOnKafka('the bus over Kafka', () => {
  let broker: TestBroker;
  let kafka: Kafka;
  beforeAll(async () => {
    broker = await TestBroker.start();
    kafka = openKafka({ brokers: [broker.address], clientId: 'spec', log: silent });
  }, 60_000);
  afterAll(() => broker.remove());

  const serve = async (module: DynamicModule) => {
    const kafkaBus = await openKafkaBus(kafka, keys, 'auth');
    const transport = kafkaBus.transport();
    const service = await NestFactory.createMicroservice(module, { strategy: transport, logger: false });
    service.useGlobalFilters(new BusErrors());
    await service.listen();
    while (!transport.isListening()) await pause(20);
    return { service, kafkaBus };
  };

  serviceBusContract('the Kafka transport', async (module) => {
    const { service, kafkaBus } = await serve(module);
    const asking = await openKafkaBus(kafka, keys, 'gateway');
    return {
      bus: asking.bus,
      stop: async () => {
        await service.close();
        await Promise.all([kafkaBus.close(), asking.close()]);
      },
    };
  });

  describe('with several processes', () => {
    it('shares the requests among replicas, answers many at a time, and brings each reply to who asked', async () => {
      const [one, other] = await Promise.all([serve(replica('one')), serve(replica('other'))]);
      const [first, second] = await Promise.all([
        openKafkaBus(kafka, keys, 'gateway'),
        openKafkaBus(kafka, keys, 'gateway'),
      ]);
      const asked = [first, second].flatMap(({ bus }) =>
        Array.from({ length: 40 }, () => bus.ask(Where, { ms: 100 })),
      );
      const replies = await Promise.all(asked);
      expect(new Set(replies.map((reply) => reply.outcome === 'done' && reply.id))).toEqual(
        new Set(['one', 'other']),
      );
      await Promise.all([one.service.close(), other.service.close()]);
      await Promise.all([one, other].map(({ kafkaBus }) => kafkaBus.close()));
      await Promise.all([first.close(), second.close()]);
    }, 60_000);

    it('lets the broker see neither what is asked nor what is answered, and leaves foreign requests alone (EVT-05)', async () => {
      const { service, kafkaBus } = await serve(replica('canary-answer'));
      const asking = await openKafkaBus(kafka, keys, 'gateway');
      const strange = await openKafkaBus(kafka, [Buffer.alloc(32, 9)], 'gateway');
      const seen: string[] = [];
      const tap = broker.kafka('tap').consumer({ groupId: 'tap' });
      await tap.connect();
      await tap.subscribe({ topics: ['trousseau.requests.auth', 'trousseau.replies'], fromBeginning: true });
      await tap.run({
        eachMessage: async ({ message }) => {
          seen.push(`${JSON.stringify(message.headers)} ${message.value?.toString('latin1')}`);
        },
      });
      expect(await asking.bus.ask(Where, { ms: 7 })).toEqual({ outcome: 'done', id: 'canary-answer' });
      await expect(strange.bus.ask(Where, { ms: 0 })).rejects.toMatchObject({ name: 'ServiceUnavailable' });
      while (seen.length < 3) await pause(20);
      expect(seen.join('\n')).not.toMatch(/canary-answer|"ms"/);
      await tap.disconnect();
      await service.close();
      await Promise.all([kafkaBus.close(), asking.close(), strange.close()]);
    }, 60_000);
  });
});
