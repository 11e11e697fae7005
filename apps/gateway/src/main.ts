import 'reflect-metadata';
import { runAlone } from '#platform';
import { createGateway } from './create-gateway.js';

await runAlone({
  name: 'gateway',
  start: async (platform) => {
    const gateway = await createGateway(platform);
    await gateway.listen(platform.settings.port, platform.settings.host);
    return { stop: () => gateway.close() };
  },
});
