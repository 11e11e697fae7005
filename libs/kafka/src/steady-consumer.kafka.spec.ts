import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import kafkajs, { type EachBatchHandler } from 'kafkajs';
import { eventually } from '#event-store/testing';
import { SteadyConsumer, progressTopic } from '#kafka';
import { Meddler } from '../../../test/kafka/meddler.js';
import { TestBroker, describeOnKafka } from '../../../test/kafka/kafka-suite.js';

const LONG = 120_000;

describeOnKafka('a consumer that stays', () => {
  let broker: TestBroker;
  const consumers: SteadyConsumer[] = [];
  beforeAll(async () => void (broker = await TestBroker.start()), LONG);
  afterEach(async () => {
    await Promise.all(consumers.splice(0).map((consumer) => consumer.stop()));
  }, LONG);
  afterAll(() => broker.remove(), LONG);

  /** A member that notes in `said` when it has the only partition, when it has none, and when it has nothing any more. */
  const member = (
    name: string,
    groupId: string,
    said: string[],
    eachBatch: EachBatchHandler = async () => undefined,
  ) => {
    const meddler = new Meddler();
    const kafka = new kafkajs.Kafka({
      clientId: name,
      brokers: [broker.address],
      logLevel: kafkajs.logLevel.NOTHING,
      socketFactory: meddler.socketFactory,
    });
    const consumer = new SteadyConsumer(kafka, {
      consumer: () => ({ groupId }),
      topics: [progressTopic],
      fromBeginning: true,
      run: { eachBatch },
      onAssigned: (assignment) =>
        said.push(`${name} ${(assignment[progressTopic] ?? []).length > 0 ? 'reads' : 'waits'}`),
      onRevoked: () => said.push(`${name} left`),
    });
    consumers.push(consumer);
    return { meddler, consumer };
  };

  it.each(['rebalancing', 'unknownMember'] as const)(
    'joins again though the coordinator was loading its groups when it asked to (%s)',
    async (why) => {
      const said: string[] = [];
      const { meddler, consumer } = member('one', randomUUID(), said);
      await eventually(() => expect(said).toEqual(['one reads']));
      meddler.refuse('joinGroup', 'loading');
      meddler.refuse('heartbeat', why);
      await eventually(() => expect(said).toEqual(['one reads', 'one left', 'one reads']));
      expect(consumer.isAssigned()).toBe(true);
    },
    LONG,
  );

  it(
    'tells its group that it is there while a batch takes long',
    async () => {
      const producer = broker.kafka('teller').producer();
      await producer.connect();
      await producer.send({ topic: progressTopic, messages: [{ key: 'spec', value: 'something' }] });
      await producer.disconnect();
      const beats = () => meddler.heard('heartbeat');
      let done = false;
      const { meddler } = member('one', randomUUID(), [], async () => {
        const before = beats();
        await eventually(() => expect(beats()).toBeGreaterThan(before + 1));
        done = true;
      });
      await eventually(() => expect(done).toBe(true));
    },
    LONG,
  );

  describe('whoever goes on in its place', () => {
    const send = async (...values: string[]) => {
      const producer = broker.kafka('teller').producer();
      await producer.connect();
      await producer.send({ topic: progressTopic, messages: values.map((value) => ({ key: value, value })) });
      await producer.disconnect();
    };

    /** A member that hears, and says that it has handled what it heard. */
    const hearing = (name: string, groupId: string, heard: string[]) => {
      const said: string[] = [];
      const { consumer, meddler } = member(
        name,
        groupId,
        said,
        async ({ batch: { topic, partition, messages } }) => {
          for (const { value, offset } of messages) {
            heard.push(`${name} ${value?.toString()}`);
            consumer.handled({ topic, partition, offset: String(BigInt(offset) + 1n) });
          }
        },
      );
      return { said, meddler, consumer };
    };

    it(
      'begins where the one that was stopped had come to',
      async () => {
        const [group, heard] = [randomUUID(), [] as string[]];
        const one = hearing('one', group, heard);
        await send('a', 'b');
        await eventually(() => expect(heard.at(-1)).toBe('one b'));
        await one.consumer.stop();
        hearing('two', group, heard);
        await send('c');
        await eventually(() => expect(heard.at(-1)).toBe('two c'));
        expect(heard.slice(-3)).toEqual(['one a', 'one b', 'two c']);
      },
      LONG,
    );

    it(
      'begins where it was itself when the group is shared anew',
      async () => {
        const [group, heard] = [randomUUID(), [] as string[]];
        const { said, meddler } = hearing('one', group, heard);
        await send('d', 'e');
        await eventually(() => expect(heard.at(-1)).toBe('one e'));
        meddler.refuse('heartbeat', 'rebalancing');
        await eventually(() => expect(said).toEqual(['one reads', 'one left', 'one reads']));
        await send('f');
        await eventually(() => expect(heard.at(-1)).toBe('one f'));
        expect(heard.slice(-3)).toEqual(['one d', 'one e', 'one f']);
        expect(new Set(heard).size).toBe(heard.length);
      },
      LONG,
    );
  });

  it(
    'does not speak of a partition that is another’s by now, though it had a batch of it in hand',
    async () => {
      const said: string[] = [];
      const groupId = randomUUID();
      member('one', groupId, said);
      await eventually(() => expect(said).toEqual(['one reads']));
      const { consumer } = member('two', groupId, said);
      await eventually(() => expect(said).toContain('two waits'));
      consumer.handled({ topic: progressTopic, partition: 0, offset: '1' });
      await consumer.stop();
      const admin = broker.kafka('asker').admin();
      await admin.connect();
      const [offsets] = await admin.fetchOffsets({ groupId, topics: [progressTopic] });
      await admin.disconnect();
      expect(offsets?.partitions).toMatchObject([{ partition: 0, offset: '-1' }]);
    },
    LONG,
  );

  it(
    'takes itself for gone before another has what was its, when its group no longer answers',
    async () => {
      const said: string[] = [];
      const group = randomUUID();
      const { meddler } = member('one', group, said);
      await eventually(() => expect(said).toEqual(['one reads']));
      member('two', group, said);
      const last = () => said.findLast((what) => what.startsWith('one'));
      await eventually(() =>
        expect([last(), said]).toEqual(['one reads', expect.arrayContaining(['two waits'])]),
      );
      meddler.swallow('heartbeat');
      await eventually(() => expect(said).toContain('two reads'));
      said.splice(said.indexOf('two reads'));
      expect(last()).toBe('one left');
      meddler.end();
    },
    LONG,
  );
});
