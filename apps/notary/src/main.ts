import 'reflect-metadata';
import { openPlatform, runAlone } from '#platform';
import { witnessAlone } from './witness-alone.js';

// It asks nobody and answers nobody but who asks after its health: it follows the store, signs, and publishes.
await runAlone({
  name: 'notary',
  open: async (settings) => {
    const platform = await openPlatform(settings, [], { background: false });
    return { ...platform, close: () => platform.events.close() };
  },
  start: witnessAlone,
});
