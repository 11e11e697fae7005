// npm start: sets itself up in a fresh clone, then runs the whole portal in this one process on the embedded default.
import { ensureBuilt } from './build.js';
import { ensureInstalled } from './install.js';

ensureInstalled();
ensureBuilt();
if (process.env.NODE_ENV !== 'production') {
  process.env.TROUSSEAU_DEMO ||= 'on';
  process.env.TROUSSEAU_LOG_LEVEL ||= 'warn';
}
// Named at run time: whoever checks types need not read what was built.
await import(new URL('../dist/bundles/standalone.js', import.meta.url).href);
