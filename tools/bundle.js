// node tools/bundle.js: puts each app of dist into a few files, in dist/bundles. A start would otherwise load two thousand
// modules one by one, which takes longer than everything else it does (decision 0030).
import { createRequire } from 'node:module';
import { relative } from 'node:path';
import { build } from 'rolldown';
import { root } from './install.js';

const dist = `${root}dist`;
const apps = ['standalone', 'gateway', 'auth', 'users', 'notifications', 'notary', 'cli'];

/** Loaded from node_modules: native code, WebAssembly, workers, and what an embedded start does without. */
const outside = [
  'libsql',
  /^@node-rs\//,
  /^@hpcc-js\//,
  /^@zxcvbn-ts\//,
  'pino',
  'kafkajs',
  /^@eventstore\//,
  /^@grpc\//,
  /^@opentelemetry\//,
  'reflect-metadata',
];

const { resolve } = createRequire(import.meta.url);

/** Nest asks for packages that an application may do without; what is not installed cannot be bundled. */
const onlyWhatIsInstalled = {
  name: 'only-what-is-installed',
  resolveId: (id, importer) => {
    if (!importer?.includes('node_modules') || !/^[@a-z]/.test(id)) return null;
    try {
      resolve(id, { paths: [importer] });
      return null;
    } catch (error) {
      return error.code === 'MODULE_NOT_FOUND' ? { id, external: true } : null;
    }
  },
};

/** A module of ours finds its templates and workers beside itself, where it lay before it was bundled. */
const whereItLay = {
  name: 'where-it-lay',
  transform: (code, id) => {
    const before = relative(dist, id).replaceAll('\\', '/');
    if (!/^(apps|libs)\//.test(before) || !code.includes('import.meta.url')) return null;
    return code.replaceAll('import.meta.url', `new URL('../${before}', import.meta.url).href`);
  },
};

await build({
  cwd: root,
  platform: 'node',
  input: Object.fromEntries(apps.map((app) => [app, `${dist}/apps/${app}/src/main.js`])),
  external: outside,
  plugins: [onlyWhatIsInstalled, whereItLay],
  logLevel: 'warn',
  output: {
    dir: `${dist}/bundles`,
    format: 'esm',
    // Decorators, and modules that import each other in a circle, count on the order of the sources.
    strictExecutionOrder: true,
    banner: "import 'reflect-metadata';",
    // Nest, and the messages between services, go by the names of classes.
    keepNames: true,
  },
});
