import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Topic } from '#contracts';
import { secondsBehind } from '#event-store';
import { type DeadLetters, type Publish, openKafkaDeadLetters, openKafkaMessaging } from '#messaging';
import { Metrics } from '#metrics';
import { openSecrets } from '#secrets';
import { InProcessExchange, openKafkaBus } from '#service-bus';
import { type Settings, SettingsRefused } from '#settings';
import { SystemClock } from './clock/clock.js';
import { openLog } from './log/log.js';
import type { Logger } from './log/log.js';
import { openEventStore } from './open-event-store.js';
import { measure } from './measure.js';
import type { Platform } from './platform.js';
import { Readiness } from './readiness/readiness.js';

/** What a service tells the others: its topics, which no other service feeds, and what it makes of its events. */
export type Told = Readonly<{ topics: readonly Topic[]; publish: Publish }>;

/** The platform of one service among many processes. */
export type KafkaPlatform = Platform & Readonly<{ close(): Promise<void> }>;

/**
 * The platform of a service that runs alone: its requests and messages go over Kafka. Needs no broker and no store to start; what
 * is away is named in its readiness. Rejects with SettingsRefused without brokers.
 */
export const openKafkaPlatform = async (
  settings: Settings,
  service: string,
  told?: Told,
): Promise<KafkaPlatform> => {
  if (settings.kafkaBrokers.length === 0) {
    throw new SettingsRefused([`KAFKA_BROKERS: needed, ${service} runs alone and meets the others there`]);
  }
  await mkdir(settings.dataFolder, { recursive: true, mode: 0o700 });
  const secrets = await openSecrets(settings.secretsFolder);
  const log = openLog(settings.logLevel);
  const events = await openEventStore(settings);
  const kafka = await connection(settings, service, log);
  const bus = await openKafkaBus(kafka, secrets.busKeys, service);
  const messaging = await openKafkaMessaging({ kafka, store: events, service });
  const readiness = new Readiness();
  const metrics = new Metrics();
  measure(metrics, { readiness, parked: () => messaging.deadLetters.count() });
  if (told) {
    const relay = messaging.relay(told.topics, told.publish);
    readiness.add({ name: 'relay', check: () => relay.trouble() });
    // Told by those that stand by too: so it is seen when nobody feeds.
    metrics.relay(service, () => secondsBehind(events, relay.toldUpTo()));
  }
  readiness.add({ name: 'event store', check: () => events.head().then(() => null) });
  readiness.add({ name: 'replies', check: () => (bus.isListening() ? null : 'no reply can come in') });
  readiness.add({
    name: 'dead letters',
    check: async () => {
      const parked = await messaging.deadLetters.count();
      return parked === 0 ? null : `${parked} messages are parked`;
    },
  });
  return {
    settings,
    secrets,
    events,
    exchange: new InProcessExchange(),
    transport: () => {
      const transport = bus.transport();
      readiness.add({
        name: 'requests',
        check: () => (transport.isListening() ? null : 'no request can come in'),
      });
      return transport;
    },
    bus: bus.bus,
    feed: messaging.feed,
    deadLetters: messaging.deadLetters,
    clock: new SystemClock(),
    log,
    readiness,
    metrics,
    readModel: (name) => join(settings.dataFolder, `${name}.db`),
    background: true,
    close: async () => {
      await messaging.close();
      await bus.close();
      await events.close();
    },
  };
};

/** The client of the brokers, loaded here and not before. */
export const connection = async (settings: Settings, service: string, log: Logger) => {
  const { openKafka } = await import('#kafka');
  const { kafkaBrokers: brokers, kafkaTls: tls, kafkaPrincipal: name } = settings;
  return openKafka({
    brokers,
    clientId: `trousseau-${service}`,
    tls,
    principal:
      name === undefined
        ? undefined
        : { name, secret: (await readFile(join(settings.secretsFolder, 'kafka.secret'), 'utf8')).trim() },
    log,
  });
};

/** The dead letters of every service, for somebody who looks after them. */
export const openDeadLetters = async (
  settings: Settings,
): Promise<Readonly<{ deadLetters: DeadLetters; close(): Promise<void> }>> => {
  const log = openLog(settings.logLevel);
  return openKafkaDeadLetters(await connection(settings, 'operator', log), 'operator');
};
