import { AuthModule, publishAuth } from '#apps/auth';
import { UsersModule, publishUsers } from '#apps/users';
import { openPlatform, type Platform, startService } from '#platform';
import { readSettings } from '#settings';

/**
 * Runs a task against the services, on the same data as the server, whether it runs or not: nothing in the background,
 * no mail from here. What is recorded is picked up by the running server at once, or by the next one at its start.
 */
export const withServices = async <Result>(
  task: (platform: Platform) => Promise<Result>,
): Promise<Result> => {
  const settings = readSettings({ TROUSSEAU_LOG_LEVEL: 'error', ...process.env });
  const platform = await openPlatform(settings, [publishAuth, publishUsers], { background: false });
  const services = await Promise.all(
    [UsersModule, AuthModule].map((service) => startService(service, platform)),
  );
  try {
    return await task(platform);
  } finally {
    for (const service of services) await service.stop();
    await platform.events.close();
  }
};
