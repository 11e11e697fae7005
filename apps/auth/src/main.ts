import 'reflect-metadata';
import { topics } from '#contracts';
import { runAlone, startService } from '#platform';
import { AuthModule } from './auth.module.js';
import { publishAuth } from './auth.publish.js';

await runAlone({
  name: 'auth',
  told: { topics: [topics.credential, topics.session], publish: publishAuth },
  start: (platform) => startService(AuthModule, platform),
});
