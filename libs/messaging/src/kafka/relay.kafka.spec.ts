import { type ChildProcess, fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { topics } from '#contracts';
import { InMemoryEventStore, SqliteEventStore } from '#event-store';
import { scratchFolder } from '#event-store/testing';
import { openKafka } from '#kafka';
import { openKafkaMessaging } from '#messaging';
import { publishTold, tell } from '#messaging/testing';
import { TestBroker, describeOnKafka } from '../../../../test/kafka/kafka-suite.js';

const LONG = 60_000;
const TAKEOVER_MS = 10_000;

const register = new URL('../../../../tools/typescript/register.js', import.meta.url);

type Heard = Readonly<{ position: number; user: string; epoch: number; at: number }>;

describeOnKafka('two relays', () => {
  const folder = scratchFolder();
  const file = `${folder.path}/events.db`;
  let broker: TestBroker;
  let store: SqliteEventStore;
  const heard: Heard[] = [];
  const children: ChildProcess[] = [];
  beforeAll(async () => {
    broker = await TestBroker.start();
    store = SqliteEventStore.open({ file });
    const consumer = broker.kafka('ear').consumer({ groupId: 'ear', maxWaitTimeInMs: 100 });
    await consumer.connect();
    await consumer.subscribe({ topics: [topics.credential], fromBeginning: true });
    await consumer.run({
      autoCommit: false,
      eachMessage: async ({ message }) => {
        const { position, data } = JSON.parse(String(message.value)) as {
          position: number;
          data: { userId: string; epoch: number };
        };
        heard.push({ position, user: data.userId, epoch: data.epoch, at: performance.now() });
      },
    });
    stopEar = () => consumer.disconnect();
  }, LONG);
  let stopEar = async (): Promise<void> => undefined;
  afterAll(async () => {
    for (const child of children) child.kill('SIGKILL');
    await stopEar();
    await store.close();
    await broker.remove();
    await folder.remove();
  }, LONG);

  const relay = async () => {
    const child = fork(new URL('./relay.child.ts', import.meta.url), [broker.address, file], {
      execArgv: ['--conditions=source', '--import', register.href],
    });
    children.push(child);
    let state: unknown;
    child.on('message', (message) => (state = message));
    return { child, isActive: () => state === 'active' };
  };

  it(
    'are one at a time: the other takes over within ten seconds of a kill -9, skips nothing and keeps each order',
    async () => {
      const [one, other] = await Promise.all([relay(), relay()]);
      while (!one.isActive() && !other.isActive()) await pause(20);
      const users = Array.from({ length: 6 }, () => randomUUID());
      let telling = true;
      const told: number[] = [];
      const load = (async () => {
        for (let epoch = 0; telling; epoch += 1) {
          for (const userId of users) {
            told.push(
              await tell(store, { type: 'credential.sessions-ended', userId, epoch }, topics.credential),
            );
          }
          await pause(5);
        }
      })();
      while (heard.length < 100) await pause(20);
      // Neither is while the group is shared anew because the second came.
      while (one.isActive() === other.isActive()) await pause(20);
      const [leading, waiting] = one.isActive() ? [one, other] : [other, one];
      leading.child.kill('SIGKILL');
      const killed = performance.now();
      while (!waiting.isActive()) await pause(20);
      const last = () => Math.max(...heard.map(({ position }) => position));
      const before = last();
      while (last() === before) await pause(20);
      const gap = performance.now() - killed;
      telling = false;
      await load;
      // All of them: what came last may come before what is still on its way on another partition.
      const positionsHeard = () => [...new Set(heard.map(({ position }) => position))].sort((a, b) => a - b);
      while (positionsHeard().length < told.length) await pause(20);
      waiting.child.kill('SIGTERM');
      process.stderr.write(
        `the other relay took over after ${Math.round(gap)} ms; ${told.length} told, ${heard.length} heard\n`,
      );
      expect(gap).toBeLessThan(TAKEOVER_MS);
      expect(positionsHeard()).toEqual(told);
      for (const user of users) {
        // What came twice carries the same position; without it each order is whole.
        const positions = heard.filter((message) => message.user === user).map(({ position }) => position);
        const firsts = positions.filter((position, index) => positions.indexOf(position) === index);
        expect(firsts).toEqual(firsts.toSorted((a, b) => a - b));
      }
    },
    LONG * 2,
  );

  it(
    'refuse to feed topics that know of more than the store holds: a restored store is not mistaken for the old one (EVT-09)',
    async () => {
      const kafka = openKafka({
        brokers: [broker.address],
        clientId: 'restored',
        log: { warn: () => undefined, debug: () => undefined },
      });
      const restored = new InMemoryEventStore();
      const messaging = await openKafkaMessaging({ kafka, store: restored, service: 'auth' });
      const feeding = messaging.relay(Object.values(topics), publishTold);
      while (feeding.trouble() === null) await pause(20);
      expect(feeding.trouble()).toContain('know of more than the event store');
      expect(feeding.fedUpTo()).toBe(-1);
      // How far others came is known to one that feeds nothing.
      expect(feeding.toldUpTo()).toBeGreaterThan(0);
      await messaging.close();
      await restored.close();
    },
    LONG,
  );
});
