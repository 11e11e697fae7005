const { aggregates, decidingPath, domain, edges, wiring } = require('./tools/boundaries/domain.cjs');
const { layers } = require('./tools/boundaries/layers.cjs');

const TEST_CODE = ['\\.spec\\.ts$', '/testing/', '\\.(child|harness)\\.ts$', '^test/', '^tools/'];
const PACKAGES = ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown'];
const anyOf = (names) => `(${names.join('|')})`;

/** Every rule has an offender of its name in tools/boundaries/offenders: a rule that bites nobody fails the suite. */
const rules = [
  {
    name: 'apps-stand-alone',
    comment: 'Services meet on the bus. Only the standalone process and the command line compose apps.',
    from: { path: '^apps/([^/]+)/', pathNot: '^apps/(standalone|cli)/' },
    to: { path: '^apps/', pathNot: '^apps/$1/' },
  },
  {
    name: 'apps-composed-by-index',
    comment: 'Whoever composes apps sees their index only.',
    // The auditor's bench measures what no index gives away: the query of a page, the text of a timeline.
    from: { path: ['^(apps/(?:standalone|cli))/', '^(test|tools)/'], pathNot: '^test/bench/audit' },
    to: { path: '^apps/', pathNot: ['^$1/', '^apps/[^/]+/src/index\\.ts$', '/testing/'] },
  },
  {
    name: 'libs-know-no-app',
    comment: 'A library exists when two apps need it; it knows neither.',
    from: { path: '^libs/' },
    to: { path: '^apps/' },
  },
  {
    name: 'libs-by-index',
    comment: "Other people's libraries are entered by #name or #name/testing, which name what is promised.",
    from: { path: ['^((?:apps|libs)/[^/]+)/', '^(test|tools)/'] },
    to: { path: '^libs/', pathNot: ['^$1/', '^libs/[^/]+/src/(testing/)?index\\.ts$'] },
  },
  ...layers.flatMap((layer, height) => {
    const notBelow = layers.slice(height).flat();
    if (notBelow.length === 1) return [];
    return {
      name: `layer-${height}-knows-only-below`,
      comment: 'Libraries form layers (tools/boundaries/layers.cjs): no neighbour, nothing above.',
      from: { path: `^libs/${anyOf(layer)}/`, pathNot: TEST_CODE },
      to: { path: `^libs/${anyOf(notBelow)}/`, pathNot: '^libs/$1/' },
    };
  }),
  {
    name: 'domain-is-no-program',
    comment: 'A decision reads no file, clock or socket: nothing of node.',
    from: domain,
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'domain-needs-no-package',
    comment: 'A decision is a function of state and facts. The contracts alone have schemas.',
    from: domain,
    to: { dependencyTypes: PACKAGES, pathNot: 'node_modules/zod/' },
  },
  {
    name: 'schemas-stay-in-contracts',
    from: { ...domain, pathNot: [...domain.pathNot, '^libs/contracts/'] },
    to: { path: 'node_modules/zod/' },
  },
  {
    name: 'domain-knows-only-the-kernel',
    comment: 'Of the libraries the domain knows #event-sourcing and #contracts; these two know nobody.',
    from: domain,
    to: { path: '^libs/', pathNot: '^libs/(event-sourcing|contracts)/' },
  },
  {
    name: 'domain-knows-no-wiring',
    comment: 'A suffix means wiring, no suffix means domain.',
    from: { ...domain, path: decidingPath },
    to: { path: `^apps/.*${wiring}` },
  },
  {
    name: 'domain-knows-no-edge',
    comment: 'The edges listed in tools/boundaries/domain.cjs have no suffix but are wiring all the same.',
    from: { ...domain, path: decidingPath },
    to: { path: edges.map((edge) => `^apps/${edge}`) },
  },
  {
    name: 'aggregates-meet-by-events',
    comment:
      "A decision of one aggregate sees another's events and the parsers of its values, never its state or its decisions.",
    from: { ...domain, path: `^apps/${anyOf(aggregates)}/` },
    to: {
      path: `^apps/${anyOf(aggregates)}/`,
      pathNot: ['^apps/$1/', '\\.events\\.ts$', '/parse-[^/]+\\.ts$'],
    },
  },
  {
    name: 'products-need-no-test-code',
    from: { path: '^(apps|libs)/', pathNot: TEST_CODE },
    to: { path: TEST_CODE },
  },
  {
    name: 'products-need-no-dev-dependency',
    from: { path: '^(apps|libs)/', pathNot: TEST_CODE },
    to: { dependencyTypes: ['npm-dev'] },
  },
  {
    name: 'packages-are-declared',
    comment:
      'Those named here come with @nestjs/platform-fastify, @eventstore/db-client and jest, and must be the copies these use.',
    from: {},
    to: {
      dependencyTypes: ['npm-no-pkg', 'npm-unknown'],
      pathNot: 'node_modules/(fastify|@grpc/grpc-js|google-protobuf|@jest/globals|@jest/reporters)/',
    },
  },
  { name: 'imports-resolve', from: {}, to: { couldNotResolve: true, pathNot: '(^|/)dist/' } },
  { name: 'no-cycles', from: {}, to: { circular: true } },
];

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: rules.map((rule) => ({ severity: 'error', ...rule })),
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^dist/', '/offenders/'] },
    enhancedResolveOptions: {
      conditionNames: ['source', 'import', 'node', 'default'],
      exportsFields: ['exports'],
    },
  },
};
