import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { ensureBuilt } from '../../tools/build.js';
import { planted } from '../audit/canaries.js';
import { HttpClient } from '../product/http-client.js';
import { MailSink } from '../product/mail-sink.js';
import { type Person, provisionalKeyIn, settleSchool, signIn } from '../product/people.js';
import { tracesIn } from '../product/traces.js';
import { topics } from '#contracts';
import { checkpointsTopic } from '#kafka';
import { Duplicator } from './duplicator.js';
import { FourServices } from './four-services.js';
import { everyRecord } from './records.js';
import { TestBroker, describeOnKafka } from './kafka-suite.js';

const LONG = 120_000;

describeOnKafka('four processes on Kafka', () => {
  let broker: TestBroker;
  let mails: MailSink;
  let services: FourServices;
  let client: HttpClient;
  let manager: Person;
  let people: readonly Person[];

  beforeAll(async () => {
    ensureBuilt({ quiet: true });
    [broker, mails] = await Promise.all([TestBroker.start(), MailSink.open()]);
    services = await FourServices.prepare({ brokers: broker.address, smtpUrl: mails.url });
    await services.start();
    client = new HttpClient(services.port());
    // The first key comes by mail, opens one page, and is exchanged for one's own: the whole journey, for everybody.
    ({ manager, people } = await settleSchool(services, client, mails, 3));
  }, LONG);

  afterAll(async () => {
    client.close();
    await services.remove();
    await mails.close();
    await broker.remove();
  }, LONG);

  it(
    'sign in, renew, read the mail, choose: as in one process',
    async () => {
      const { identifier, email, key } = people[0]!;
      const before = await signIn(client, identifier, key);
      const mail = mails.next(email);
      await client.expect(202, 'POST', '/api/v1/key-renewals', { body: { identifier, email } });
      const token = await signIn(client, identifier, provisionalKeyIn((await mail).text));
      await client.expect(200, 'GET', '/api/v1/session', { token: before });
      const newKey = randomBytes(18).toString('base64url');
      await client.expect(204, 'PUT', '/api/v1/key', { token, body: { newKey } });
      await client.expect(401, 'GET', '/api/v1/session', { token: before });
      await client.expect(401, 'POST', '/api/v1/sessions', { body: { identifier, key } });
      expect(await signIn(client, identifier, newKey)).not.toBe(token);
    },
    LONG,
  );

  it(
    'show the manager who signed in last',
    async () => {
      const token = await signIn(client, manager.identifier, manager.key);
      await signIn(client, people[1]!.identifier, people[1]!.key);
      type List = { users: { identifier: string; lastSignInAt: string | null }[] };
      const seen = async () => {
        const list = (await client.expect(200, 'GET', '/api/v1/users', { token })).json<List>();
        return list.users.find(({ identifier }) => identifier === people[1]!.identifier)?.lastSignInAt;
      };
      while (!(await seen())) await pause(20);
      expect(Date.parse((await seen())!)).toBeGreaterThan(Date.now() - LONG);
    },
    LONG,
  );

  it(
    'answer 503 with Retry-After while auth is away, and go on when it is back (EVT-11, invariant 6)',
    async () => {
      const { identifier, key } = people[1]!;
      await services.kill('auth');
      const answer = await client.call('POST', '/api/v1/sessions', { body: { identifier, key } });
      expect([answer.status, answer.json<{ type: string }>().type]).toEqual([
        503,
        expect.stringContaining('unavailable'),
      ]);
      await services.start('auth');
      await signIn(client, identifier, key);
    },
    LONG,
  );

  it(
    'go on by themselves when the broker was killed and came back',
    async () => {
      const { identifier, email } = people[1]!;
      await broker.broker.kill();
      expect(
        (await client.call('POST', '/api/v1/key-renewals', { body: { identifier, email } })).status,
      ).toBe(503);
      await broker.broker.start();
      await Promise.all(services.names.map((name) => services.ready(name)));
      const mail = mails.next(email, LONG);
      await client.expect(202, 'POST', '/api/v1/key-renewals', { body: { identifier, email } });
      await signIn(client, identifier, provisionalKeyIn((await mail).text));
    },
    LONG,
  );

  it(
    'record a command once, and tell of it once, when every request and message comes twice (EVT-08, TST-20)',
    async () => {
      const twice = await Duplicator.start(broker.kafka('duplicator'), [
        'trousseau.requests.auth',
        'trousseau.requests.users',
        ...Object.values(topics),
      ]);
      const token = await signIn(client, manager.identifier, manager.key);
      const identifier = 'une.fois';
      const email = 'une.fois@ecole.example';
      const body = { identifier, email, name: 'Une Fois', role: 'office' };
      const { head } = await services.log(0);
      const mail = mails.next(email);
      await client.expect(201, 'POST', '/api/v1/users', { token, body });
      const choosing = await signIn(client, identifier, provisionalKeyIn((await mail).text));
      const key = randomBytes(18).toString('base64url');
      await client.expect(204, 'PUT', '/api/v1/key', { token: choosing, body: { newKey: key } });
      await signIn(client, identifier, key);
      const noticed = async () =>
        (await services.log(head)).events.filter(({ type }) => type === 'MailAccepted').length;
      while ((await noticed()) < 2) await pause(50);
      expect(twice.copies).toBeGreaterThan(10);
      await twice.stop();
      const { events } = await services.log(head);
      const of = (category: string) =>
        events.filter(({ stream }) => stream.startsWith(`${category}-`)).map(({ type }) => type);
      expect(of('user')).toEqual(['UserRegistered']);
      expect(of('credential')).toEqual([
        'CredentialOpened',
        'KeyRenewalRequested',
        'ProvisionalKeyIssued',
        'ProvisionalKeySent',
        'ProvisionalKeyRedeemed',
        'KeyChosen',
      ]);
      // The welcome, and the notice of the key that was chosen; the manager, the provisional key, the chosen one.
      expect(of('mail').filter((type) => type === 'MailRequested')).toHaveLength(2);
      expect(of('session').filter((type) => type === 'SessionOpened')).toHaveLength(2);
    },
    LONG,
  );

  it(
    'leave no secret and nothing personal in any topic, in keys, values or headers (TST-16, GDP-02)',
    async () => {
      const { identifier, email } = people[2]!;
      const canaries = await planted(client, mails, people[2]!);
      const secrets = {
        ...canaries,
        'chosen key of the manager': manager.key,
        identifier,
        email,
        name: 'Camille Numéro2',
        phone: '612345678',
      };
      const found = async () =>
        (await everyRecord(broker.kafka('searcher'))).flatMap(({ topic, bytes }) =>
          tracesIn(bytes, secrets).map(({ name, spelling }) => ({ topic, name, spelling })),
        );
      expect(await found()).toEqual([]);
      const records = await everyRecord(broker.kafka('searcher'));
      expect(new Set(records.map(({ topic }) => topic)).size).toBeGreaterThan(5);
      expect(records.some(({ bytes }) => tracesIn(bytes, { type: 'credential.key-chosen' }).length > 0)).toBe(
        true,
      );
      // One canary in a key, one in a value, packed, one in a header: each is found.
      const producer = broker.kafka('planter').producer();
      await producer.connect();
      await producer.send({
        // Nobody follows it here.
        topic: checkpointsTopic,
        messages: [
          { key: Buffer.from(canaries['chosen key']!).toString('base64'), value: '{}' },
          { key: 'x', value: gzipSync(`a key: ${canaries['provisional key']!}`) },
          { key: 'x', value: '{}', headers: { traceparent: encodeURIComponent(canaries['wrong key']!) } },
        ],
      });
      await producer.disconnect();
      expect(new Set((await found()).map(({ topic, name }) => `${topic} ${name}`))).toEqual(
        new Set(['chosen key', 'provisional key', 'wrong key'].map((name) => `${checkpointsTopic} ${name}`)),
      );
    },
    LONG,
  );
});
