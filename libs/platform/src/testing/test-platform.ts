import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InMemoryEventStore, declaredRetention } from '#event-store';
import { EventStoreFeed, InMemoryDeadLetters, type Publish } from '#messaging';
import { Metrics } from '#metrics';
import { openSecrets } from '#secrets';
import { InProcessClient, InProcessExchange, NestServiceBus } from '#service-bus';
import { readSettings } from '#settings';
import { openLog } from '../log/log.js';
import type { Platform } from '../platform.js';
import { Readiness } from '../readiness/readiness.js';
import { type RunningService, type ServiceModule, startService } from '../start-service.js';
import { FakeClock } from './fake-clock.js';

/** A whole platform in memory, with fresh secrets and a clock that stands still. Give `publish` to let services hear of each other. */
export const testPlatform = async (
  overrides: Partial<Platform> & { publish?: readonly Publish[] } = {},
): Promise<Platform & { clock: FakeClock }> => {
  const { publish = [], ...given } = overrides;
  const folder = await mkdtemp(join(tmpdir(), 'trousseau-'));
  const clock = (given.clock as FakeClock | undefined) ?? new FakeClock();
  const events =
    given.events ??
    new InMemoryEventStore({ clock: () => clock.milliseconds(), retention: declaredRetention });
  const exchange = new InProcessExchange();
  const deadLetters = new InMemoryDeadLetters();
  return {
    settings: readSettings({ TROUSSEAU_DATA: folder, TROUSSEAU_TOKEN_AUDIENCES: 'planning, facturation' }),
    secrets: await openSecrets(join(folder, 'secrets')),
    exchange,
    bus: new NestServiceBus(new InProcessClient(exchange)),
    feed: new EventStoreFeed(events, publish, deadLetters),
    deadLetters,
    log: openLog('silent'),
    readiness: new Readiness(),
    metrics: new Metrics(),
    readModel: () => ':memory:',
    background: true,
    ...given,
    events,
    clock,
  };
};

/** Starts services on one platform, as the standalone process does. `stop` ends them and the store. */
export const startServices = async (
  platform: Platform,
  services: readonly ServiceModule[],
): Promise<Platform & { stop(): Promise<void> }> => {
  const running: RunningService[] = [];
  for (const service of services) running.push(await startService(service, platform));
  return {
    ...platform,
    stop: async () => {
      for (const service of running.reverse()) await service.stop();
      await platform.events.close();
    },
  };
};
