// npm run eventstore: an event store that speaks EventStoreDB's protocol, for tests and several processes on one machine.
// Not for production; see tools/eventstore/README.md.
import { ensureBuilt } from './build.js';
import { ensureInstalled } from './install.js';

ensureInstalled();
ensureBuilt();
await import('./typescript/register.js');
await import('./eventstore/main.ts');
