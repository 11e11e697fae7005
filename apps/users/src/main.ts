import 'reflect-metadata';
import { topics } from '#contracts';
import { runAlone, startService } from '#platform';
import { UsersModule } from './users.module.js';
import { publishUsers } from './users.publish.js';

await runAlone({
  name: 'users',
  told: { topics: [topics.user], publish: publishUsers },
  start: (platform) => startService(UsersModule, platform),
});
