// npm run -s trousseau -- …: the command line. Nothing but its own answer goes to stdout, so that --json can be piped.
import { ensureBuilt } from './build.js';
import { ensureInstalled } from './install.js';

ensureInstalled({ quiet: true });
ensureBuilt({ quiet: true });
// Named at run time: whoever checks types need not read what was built.
await import(new URL('../dist/bundles/cli.js', import.meta.url).href);
