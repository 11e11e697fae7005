import { openMetricsServer } from '#metrics';
import { openTracing } from '#tracing';
import { type Settings, SettingsRefused, readSettings } from '#settings';
import { type KafkaPlatform, type Told, openKafkaPlatform } from './open-kafka-platform.js';
import { openHealthServer } from './readiness/health-server.js';
import type { RunningService } from './start-service.js';

/** A service as its own process runs it. */
type Alone = Readonly<{
  name: string;
  told?: Told;
  /** What it stands on; on Kafka with the others unless it says otherwise. */
  open?(settings: Settings): Promise<KafkaPlatform>;
  start(platform: KafkaPlatform): Promise<RunningService>;
}>;

/** Runs a service as a process of its own until it is told to end. Unusable settings end it at once, each named. */
export const runAlone = async ({
  name,
  told,
  open = (settings) => openKafkaPlatform(settings, name, told),
  start,
}: Alone): Promise<void> => {
  try {
    const settings = readSettings(process.env);
    const tracing = await openTracing(settings.tracesUrl, name);
    const platform = await open(settings);
    const service = await start(platform);
    const { healthPort, host } = settings;
    const health =
      healthPort === undefined ? undefined : await openHealthServer(platform.readiness, healthPort, host);
    const { metricsPort, metricsHost } = settings;
    const metrics =
      metricsPort === undefined
        ? undefined
        : await openMetricsServer(platform.metrics, metricsPort, metricsHost);
    const stop = async () => {
      health?.close();
      metrics?.close();
      await service.stop();
      await platform.close();
      await tracing.stop();
    };
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => void stop().then(() => process.exit(0)));
    }
    process.send?.('started');
  } catch (error) {
    process.stderr.write(
      error instanceof SettingsRefused
        ? `${name} does not start:\n${error.problems.map((problem) => `  - ${problem}\n`).join('')}`
        : `${name} does not start: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
    process.exit(1);
  }
};
