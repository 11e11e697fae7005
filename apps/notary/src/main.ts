import 'reflect-metadata';
import { openPlatform, runAlone } from '#platform';
import { witness } from './witness.js';

// It meets nobody: it follows the store, signs, and answers who asks after its health.
await runAlone({
  name: 'notary',
  open: async (settings) => {
    const platform = await openPlatform(settings, [], { background: false });
    return { ...platform, close: () => platform.events.close() };
  },
  start: witness,
});
