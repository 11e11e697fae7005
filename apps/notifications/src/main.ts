import 'reflect-metadata';
import { runAlone, startService } from '#platform';
import { NotificationsModule } from './notifications.module.js';

await runAlone({
  name: 'notifications',
  start: (platform) => startService(NotificationsModule, platform),
});
