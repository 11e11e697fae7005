import 'reflect-metadata';
import { SettingsRefused, readSettings } from '#settings';
import { openStandalone } from './standalone.js';
import { greeting, refusedSettings, unusable } from './terminal.js';

try {
  const settings = readSettings(process.env);
  const standalone = await openStandalone(settings);
  process.stdout.write(greeting(settings));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void standalone.stop().then(() => process.exit(0)));
  }
} catch (error) {
  if (error instanceof SettingsRefused) process.stderr.write(refusedSettings(error.problems));
  else {
    const said = unusable(error as NodeJS.ErrnoException);
    if (said === undefined) console.error(error);
    else process.stderr.write(said);
  }
  process.exit(1);
}
