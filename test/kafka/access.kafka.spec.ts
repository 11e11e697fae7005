import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { eventually } from '#event-store/testing';
import { checkpointsTopic } from '#kafka';
import { ensureBuilt } from '../../tools/build.js';
import type { Guard } from '../../tools/kafka/broker.js';
import { HttpClient } from '../product/http-client.js';
import { MailSink } from '../product/mail-sink.js';
import { type Person, settleSchool, signIn } from '../product/people.js';
import { FourServices, everyService } from './four-services.js';
import { guardOf } from './guard.js';
import { TestBroker, describeOnKafka } from './kafka-suite.js';

const LONG = 180_000;
const tool = fileURLToPath(new URL('../../tools/kafka-topics.js', import.meta.url));

describeOnKafka('brokers with TLS, SCRAM and access rights', () => {
  const secret = randomBytes(24).toString('base64url');
  let guard: Guard;
  let broker: TestBroker;
  let mails: MailSink;
  let services: FourServices;
  let client: HttpClient;
  let people: readonly Person[];

  beforeAll(async () => {
    ensureBuilt({ quiet: true });
    guard = guardOf([...everyService, 'notary', 'auditor', 'operator', 'stranger'], secret);
    [broker, mails] = await Promise.all([TestBroker.start(guard), MailSink.open()]);
    services = await FourServices.prepare({
      brokers: broker.address,
      smtpUrl: mails.url,
      names: [...everyService, 'notary'],
      tls: { certificate: guard.certificate, secret },
    });
  }, LONG);

  afterAll(async () => {
    client?.close();
    await services?.remove();
    await mails?.close();
    await broker?.remove();
  }, LONG);

  /** What the broker said, or where it said nothing, what the client makes of it. */
  const kindOf = (error: unknown): string => {
    const { type, cause, name } = error as Error & { type?: string };
    return type ?? (cause as { type?: string } | undefined)?.type ?? name;
  };

  const named = (username: string, password = secret) =>
    broker.kafka(username, {
      ssl: { ca: [readFileSync(guard.certificate, 'utf8')] },
      sasl: { mechanism: 'scram-sha-512', username, password },
    });

  /** How sending to a topic ends: null when it was taken. */
  const sends = async (kafka: ReturnType<typeof named>, topic: string): Promise<string | null> => {
    const producer = kafka.producer({ allowAutoTopicCreation: false, retry: { retries: 0 } });
    try {
      await producer.connect();
      await producer.send({ topic, messages: [{ value: 'x' }] });
      return null;
    } catch (error) {
      return kindOf(error);
    } finally {
      await producer.disconnect();
    }
  };

  /** How reading a topic ends, in a group of one's own. */
  const reads = async (username: string, topic: string, groupId: string): Promise<string | null> => {
    const consumer = named(username).consumer({ groupId, retry: { retries: 0 } });
    try {
      await consumer.connect();
      await consumer.subscribe({ topics: [topic] });
      return await new Promise((resolve, reject) => {
        consumer.on(consumer.events.FETCH, () => resolve(null));
        consumer.on(consumer.events.CRASH, ({ payload }) => reject(payload.error));
        consumer.run({ eachMessage: async () => undefined }).catch(reject);
      });
    } catch (error) {
      return kindOf(error);
    } finally {
      await consumer.disconnect();
    }
  };

  it(
    'let each service do its work under its own name, with the rights that are declared (EVT-05, EVT-07)',
    async () => {
      const secretFile = join(dirname(guard.certificate), 'admin.secret');
      writeFileSync(secretFile, secret, { mode: 0o600 });
      const args = ['--acls', '--tls-ca', guard.certificate, '--principal', 'admin'];
      const made = spawnSync(process.execPath, [tool, ...args, '--secret-file', secretFile], {
        env: { ...process.env, KAFKA_BROKERS: broker.address },
        encoding: 'utf8',
      });
      expect(`${made.stdout}${made.stderr}`).toMatch(/\d+ rules of access stand/);
      await services.start();
      client = new HttpClient(services.port());
      ({ people } = await settleSchool(services, client, mails, 1));
      const { identifier, email, key } = people[0]!;
      await signIn(client, identifier, key);
      const mail = mails.next(email, LONG);
      await client.expect(202, 'POST', '/api/v1/key-renewals', { body: { identifier, email } });
      await mail;
      for (const name of services.names) expect(await services.health(name)).toBeNull();
      expect(await services.commandLine('messaging', 'dlq', 'list')).toMatchObject({ letters: [] });
      // Whoever signs, the notary publishes.
      await services.commandLine('audit', 'sign');
      const signed = (await services.log(0)).events.filter(({ type }) => type === 'LogCheckpointSigned');
      await eventually(async () => {
        const { checkpoints } = await services.commandLine<{ checkpoints: unknown[] }>(
          'audit',
          'checkpoints',
        );
        expect(checkpoints).toEqual(
          expect.arrayContaining(signed.map(({ data: { size, note } }) => ({ size, note }))),
        );
      });
    },
    LONG,
  );

  it(
    'refuse whoever has no right, no secret or no name',
    async () => {
      expect(await sends(named('users'), 'identity.user.v1')).toBeNull();
      for (const username of ['gateway', 'auth', 'notifications'])
        expect([username, await sends(named(username), 'identity.user.v1')]).toEqual([
          username,
          'TOPIC_AUTHORIZATION_FAILED',
        ]);
      // Whoever has no right at all is not even told that there is such a topic.
      expect(await sends(named('stranger'), 'identity.user.v1')).not.toBeNull();
      expect(await reads('gateway', 'identity.session.v1', 'gateway.spec')).toBeNull();
      // What others are asked, and what another service has read, is nobody else's business.
      expect(await reads('notifications', 'trousseau.requests.auth', 'notifications.spec')).toBe(
        'TOPIC_AUTHORIZATION_FAILED',
      );
      expect(await reads('notifications', 'identity.session.v1', 'notifications.spec')).toBeNull();
      expect(await reads('notifications', 'identity.session.v1', 'auth')).not.toBeNull();
      expect(await reads('stranger', 'identity.session.v1', 'stranger')).not.toBeNull();
      // Checkpoints: an auditor reads them, and nothing else; whoever could write the log cannot write there.
      expect(await reads('auditor', checkpointsTopic, 'auditor.spec')).toBeNull();
      expect(await reads('auditor', 'identity.session.v1', 'auditor.spec')).toBe(
        'TOPIC_AUTHORIZATION_FAILED',
      );
      for (const username of ['auditor', 'operator'])
        expect([username, await sends(named(username), checkpointsTopic)]).toEqual([
          username,
          'TOPIC_AUTHORIZATION_FAILED',
        ]);
      expect(await sends(named('auth'), checkpointsTopic)).not.toBeNull();
      expect(await sends(named('auth', 'wrong'), 'identity.session.v1')).toBe(
        'KafkaJSSASLAuthenticationError',
      );
      expect(await sends(broker.kafka('nobody', {}), 'identity.session.v1')).not.toBeNull();
      const noName = { ssl: { ca: [readFileSync(guard.certificate, 'utf8')] } };
      expect(await sends(broker.kafka('nobody', noName), 'identity.session.v1')).not.toBeNull();
    },
    LONG,
  );
});
