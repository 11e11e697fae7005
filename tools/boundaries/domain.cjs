const { existsSync, readdirSync } = require('node:fs');
const { join } = require('node:path');

/**
 * What is domain, in one place: the boundaries, the purity scan and the type check without ambient types all read this.
 *
 * A suffix means wiring, no suffix means domain: `renew-key.ts` is a rule, `renew-key.handler.ts` is plumbing. Two suffixes
 * are domain all the same, `.events` and `.messages`. A new file is domain until it is listed as an edge below.
 */

/** Libraries that are pure through and through. */
const pureLibs = ['contracts', 'event-sourcing'];

/** Services that decide. The gateway, the command line and the standalone process only carry what these decide. */
const deciding = ['auth', 'notifications', 'users'];

/** Places of the deciding services that touch the outside: patterns of files, or folders with a slash at the end. */
const edges = [
  'auth/src/index.ts',
  'auth/src/main.ts',
  'notifications/src/index.ts',
  'notifications/src/main.ts',
  'notifications/src/delivery/lanes.ts',
  'notifications/src/delivery/patiently.ts',
  'notifications/src/demo-mailbox/',
  'notifications/src/letter/(mail-links|mailing|mailings|template|voice|write-letter)\\.ts',
  'notifications/src/smtp/no-mailer.ts',
  'notifications/src/smtp/smtp-(mailer|server-options)\\.ts',
  'users/src/index.ts',
  'users/src/main.ts',
];

const decidingPath = `^apps/(?:${deciding.join('|')})/src/`;

/**
 * The folders of aggregates, as `auth/src/credential`: those with a file of events named after them. Finding them here, and not
 * listing them, keeps a new aggregate under the rules from its first file.
 */
const aggregates = deciding.flatMap((app) => {
  const source = join(__dirname, '../../apps', app, 'src');
  if (!existsSync(source)) return [];
  return readdirSync(source)
    .filter((name) => existsSync(join(source, name, `${name}.events.ts`)))
    .map((name) => `${app}/src/${name}`);
});

/** Any suffix but those of the domain: `.handler.ts`, `.spec.ts` … */
const wiring = '\\.(?!events\\.|messages\\.)[^./]+\\.[jt]s$';

/** Path patterns of dependency-cruiser; the file must match one of `path` and none of `pathNot`. */
exports.domain = {
  path: [`^libs/(${pureLibs.join('|')})/src/`, decidingPath],
  pathNot: ['/testing/', wiring, ...edges.map((edge) => `^apps/${edge}`)],
};

exports.decidingPath = decidingPath;
exports.aggregates = aggregates;
exports.wiring = wiring;
exports.edges = edges;

const patterns = (list) => list.map((pattern) => new RegExp(pattern));
const paths = patterns(exports.domain.path);
const exceptions = patterns(exports.domain.pathNot);

/** Whether this path, from the root of the repository, is domain. */
exports.isDomain = (path) =>
  path.endsWith('.ts') &&
  paths.some((pattern) => pattern.test(path)) &&
  !exceptions.some((pattern) => pattern.test(path));
