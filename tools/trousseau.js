// npm run -s trousseau -- …: the command line. Nothing but its own answer goes to stdout, so that --json can be piped.
import { ensureBuilt } from './build.js';
import { ensureInstalled } from './install.js';

ensureInstalled({ quiet: true });
ensureBuilt({ quiet: true });
await import('../dist/bundles/cli.js');
