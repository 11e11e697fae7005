import 'reflect-metadata';
import { SettingsRefused, readSettings } from '#settings';
import { openStandalone } from './standalone.js';
import { greeting, portTaken, refusedSettings } from './terminal.js';

try {
  const settings = readSettings(process.env);
  const standalone = await openStandalone(settings);
  process.stdout.write(greeting(settings));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void standalone.stop().then(() => process.exit(0)));
  }
} catch (error) {
  if (error instanceof SettingsRefused) process.stderr.write(refusedSettings(error.problems));
  else if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE')
    process.stderr.write(portTaken(String(process.env['TROUSSEAU_PORT'] ?? 3000)));
  else console.error(error);
  process.exit(1);
}
