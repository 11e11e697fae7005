// npm run bench:kafka: what the bus and the relay cost, on a real broker on this machine.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { randomUUID } from 'node:crypto';
import { topics } from '#contracts';
import { SqliteEventStore } from '#event-store';
import { openKafka } from '#kafka';
import { openKafkaMessaging } from '#messaging';
import { ensureBuilt } from '../../tools/build.js';
import { startBroker } from '../../tools/kafka/broker.js';
import { createTopics } from '../../tools/kafka/create-topics.js';
import { FourServices } from '../kafka/four-services.js';
import { HttpClient } from '../product/http-client.js';
import { MailSink } from '../product/mail-sink.js';
import { type Person, settleSchool, signIn } from '../product/people.js';
import { Product } from '../product/product.js';
import { type Goal, allMet, reportOf } from './report.js';
import { inTurns, perSecond } from './rounds.js';
import { quantile } from './statistics.js';

const USERS = Number(process.env['BENCH_USERS'] ?? 64);
const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 3);
const CONCURRENCY = 32;
const ROUND_MS = 3000;
const ASKED = 400;
const EVENTS = 20_000;

const silent = { warn: () => undefined, debug: () => undefined };

/** Milliseconds of calls made one after the other. */
const timesOf = async (count: number, call: () => Promise<unknown>): Promise<number[]> => {
  const took: number[] = [];
  for (let index = 0; index < count; index += 1) {
    const begun = performance.now();
    await call();
    took.push(performance.now() - begun);
  }
  return took;
};

/** A request for which the gateway asks users once, in one process and in four: the difference is the bus. */
const busCost = async (alone: HttpClient, many: HttpClient, tokens: readonly [string, string]) => {
  const ask = (client: HttpClient, token: string) => () =>
    client.expect(200, 'GET', '/api/v1/users?limit=1', { token });
  await timesOf(50, ask(alone, tokens[0]));
  await timesOf(50, ask(many, tokens[1]));
  const inProcess = await timesOf(ASKED, ask(alone, tokens[0]));
  const overKafka = await timesOf(ASKED, ask(many, tokens[1]));
  const at = (share: number) => quantile(overKafka, share) - quantile(inProcess, share);
  const how = `GET /api/v1/users, one process against four, ${ASKED} one after the other`;
  return [
    { what: 'the bus adds, p50', value: at(0.5), unit: ' ms', goal: 15, better: 'less', how },
    { what: 'the bus adds, p99', value: at(0.99), unit: ' ms', goal: 60, better: 'less', how },
  ] satisfies Goal[];
};

const signInRates = async (
  alone: HttpClient,
  many: HttpClient,
  people: readonly [readonly Person[], readonly Person[]],
): Promise<Goal> => {
  const rate = (client: HttpClient, of: readonly Person[]) => {
    const turn = Array.from({ length: CONCURRENCY }, () => 0);
    const each = Math.floor(of.length / CONCURRENCY);
    return () =>
      perSecond(CONCURRENCY, ROUND_MS, (worker) => {
        const { identifier, key } = of[worker * each + ((turn[worker]! += 1) % each)]!;
        return signIn(client, identifier, key);
      });
  };
  const { ours, bare, ratio } = await inTurns(ROUNDS, rate(many, people[1]), rate(alone, people[0]));
  return {
    what: 'sign-ins, four processes on Kafka / one process',
    value: ratio,
    unit: '',
    goal: 0.6,
    better: 'more',
    how: `${ours.toFixed(1)}/s against ${bare.toFixed(1)}/s, ${CONCURRENCY} at a time`,
  };
};

/** From a store that holds them all to the last one acknowledged by the broker. */
const relayRate = async (address: string, folder: string): Promise<Goal> => {
  const store = SqliteEventStore.open({ file: join(folder, 'relay.db') });
  for (let at = 0; at < EVENTS; at += 500) {
    const userId = randomUUID();
    const events = Array.from({ length: 500 }, () => ({
      id: randomUUID(),
      type: 'Told',
      data: { userId },
      metadata: { at: new Date().toISOString() },
    }));
    await store.append(`told-${userId}`, events, 'none');
  }
  const head = await store.head();
  const kafka = openKafka({ brokers: [address], clientId: 'bench', log: silent });
  const messaging = await openKafkaMessaging({ kafka, store, service: 'bench' });
  const relay = messaging.relay([topics.credential], (event) => [
    {
      id: event.id,
      topic: topics.credential,
      key: String(event.data['userId']),
      at: String(event.metadata['at']),
      position: event.position,
      body: { type: 'credential.opened', userId: String(event.data['userId']) },
    },
  ]);
  while (relay.fedUpTo() < 0) await pause(1);
  const [from, begun] = [relay.fedUpTo(), performance.now()];
  while (relay.fedUpTo() < head) await pause(1);
  const value = ((head - from) * 1000) / (performance.now() - begun);
  await messaging.close();
  await store.close();
  return {
    what: 'events a second from store to topic',
    value,
    unit: '/s',
    goal: 2000,
    better: 'more',
    how: `${head - from} events, each told and acknowledged`,
  };
};

ensureBuilt({ quiet: true });
const folder = await mkdtemp(join(tmpdir(), 'trousseau-bench-'));
const broker = await startBroker({ folder: join(folder, 'kafka') });
const admin = openKafka({ brokers: [broker.address], clientId: 'bench', log: silent }).admin();
await admin.connect();
await createTopics(admin);
await admin.disconnect();
const mails = await MailSink.open();
const services = await FourServices.prepare({ brokers: broker.address, smtpUrl: mails.url });
const product = await Product.prepare({ smtpUrl: mails.url });
try {
  await Promise.all([services.start(), product.start()]);
  const [alone, many] = [new HttpClient(product.port), new HttpClient(services.port())];
  console.error(`settling two schools of ${USERS} users …`);
  const one = await settleSchool(product, alone, mails, USERS);
  const other = await settleSchool(services, many, mails, USERS);
  const tokens = [
    await signIn(alone, one.manager.identifier, one.manager.key),
    await signIn(many, other.manager.identifier, other.manager.key),
  ] as const;
  console.error('measuring the bus and sign-ins …');
  const goals: Goal[] = [
    ...(await busCost(alone, many, tokens)),
    await signInRates(alone, many, [one.people, other.people]),
  ];
  alone.close();
  many.close();
  await Promise.all([services.stop(), product.stop()]);
  console.error('measuring the relay …');
  // Last, and with nobody there: what it tells is of another store.
  goals.push(await relayRate(broker.address, folder));
  console.log(reportOf(goals));
  process.exitCode = allMet(goals) ? 0 : 1;
} finally {
  await Promise.all([services.remove(), product.remove()]);
  await mails.close();
  await broker.stop();
  await rm(folder, { recursive: true, force: true });
}
