import { AuthModule, publishAuth } from '#apps/auth';
import { createGateway } from '#apps/gateway';
import { witness } from '#apps/notary';
import { NotificationsModule } from '#apps/notifications';
import { UsersModule, publishUsers } from '#apps/users';
import { openMetricsServer } from '#metrics';
import { openPlatform, type RunningService, startService } from '#platform';
import type { Settings } from '#settings';
import { openTracing } from '#tracing';
import { seedDemo } from './demo/seed-demo.js';

/** The four services in one process, over one event store. Resolves when the portal answers; `stop` ends everything in order. */
export const openStandalone = async (settings: Settings): Promise<{ stop(): Promise<void> }> => {
  const tracing = await openTracing(settings.tracesUrl, 'standalone');
  const platform = await openPlatform(settings, [publishAuth, publishUsers], { background: true });
  const notary = await witness(platform);
  const services: RunningService[] = [];
  // In this order, so that each finds those it asks; stopped the other way round, so that a mail under way is finished.
  for (const service of [UsersModule, AuthModule, NotificationsModule]) {
    services.push(await startService(service, platform));
  }
  const gateway = await createGateway(platform);
  if (settings.demo) await seedDemo(platform);
  await gateway.listen(settings.port, settings.host);
  const { metricsPort, metricsHost } = settings;
  const metrics =
    metricsPort === undefined
      ? undefined
      : await openMetricsServer(platform.metrics, metricsPort, metricsHost);
  return {
    stop: async () => {
      metrics?.close();
      await gateway.close();
      for (const service of services.toReversed()) await service.stop();
      await notary.stop();
      await platform.events.close();
      await tracing.stop();
    },
  };
};
