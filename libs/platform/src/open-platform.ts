import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { EventStoreFeed, InMemoryDeadLetters, type Publish } from '#messaging';
import { Metrics } from '#metrics';
import { openSecrets } from '#secrets';
import { InProcessClient, InProcessExchange, NestServiceBus } from '#service-bus';
import type { Settings } from '#settings';
import { SystemClock } from './clock/clock.js';
import { openLog } from './log/log.js';
import { openEventStore } from './open-event-store.js';
import { measure } from './measure.js';
import type { Platform } from './platform.js';
import { Readiness } from './readiness/readiness.js';

/** The embedded platform: everything in one process, the truth in one SQLite file. Makes folders and key files as needed. */
export const openPlatform = async (
  settings: Settings,
  publish: readonly Publish[],
  { background }: { background: boolean },
): Promise<Platform> => {
  await mkdir(settings.dataFolder, { recursive: true, mode: 0o700 });
  const secrets = await openSecrets(settings.secretsFolder);
  const events = await openEventStore(settings, { purges: background });
  const exchange = new InProcessExchange();
  const deadLetters = new InMemoryDeadLetters();
  const readiness = new Readiness();
  const metrics = new Metrics();
  readiness.add({ name: 'event store', check: () => events.head().then(() => null) });
  readiness.add({
    name: 'dead letters',
    check: async () => {
      const parked = await deadLetters.count();
      return parked === 0 ? null : `${parked} messages are parked`;
    },
  });
  measure(metrics, { readiness, parked: () => deadLetters.count() });
  return {
    settings,
    secrets,
    events,
    exchange,
    bus: new NestServiceBus(new InProcessClient(exchange)),
    feed: new EventStoreFeed(events, publish, deadLetters),
    deadLetters,
    clock: new SystemClock(),
    log: openLog(settings.logLevel),
    readiness,
    metrics,
    readModel: (name) => (background ? join(settings.dataFolder, `${name}.db`) : ':memory:'),
    background,
  };
};
