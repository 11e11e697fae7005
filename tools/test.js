// @ts-check
// npm test [-- what]: sets itself up in a fresh clone, runs the specs and ends with one line of counts.
// node tools/test.js --browser [what]: the journeys in Chromium instead; --kafka [what]: the suites on a real broker.
import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt } from './build.js';
import { ensureInstalled, root } from './install.js';
import { addCounts, countsLine, sumCounts } from './tests/counts.js';

/** Suites that need more than Node have it in their name, `x.browser.spec.ts`, and a command of their own. */
const special = { '--browser': '\\.browser\\.spec\\.ts$', '--kafka': '\\.kafka\\.spec\\.ts$' };

/** Brokers and services mostly wait for each other: the suite of faults goes on beside the others, which are as long together. */
const workers = { '--browser': '--runInBand', '--kafka': '--maxWorkers=2' };

const [first = '', ...rest] = process.argv.slice(2);
const selected =
  first === '--browser' || first === '--kafka'
    ? [workers[first], '--', ...(rest.length > 0 ? rest : [special[first]])]
    : [
        `--maxWorkers=${Math.min(availableParallelism(), 8)}`,
        '--testPathIgnorePatterns',
        ...Object.values(special),
        '--',
        ...process.argv.slice(2),
      ];

ensureInstalled();
ensureBuilt();
if (first === '--kafka') {
  const { brokerLibraries, whyNoBroker } = await import('./kafka/fetch.js');
  if (whyNoBroker() === null) brokerLibraries();
}

const counts =
  process.env['TROUSSEAU_TEST_COUNTS'] ?? join(mkdtempSync(join(tmpdir(), 'trousseau-counts-')), 'counts');
const before = sumCounts(counts);
const { status, signal } = spawnSync(
  process.execPath,
  [
    '--experimental-vm-modules',
    '--no-warnings=ExperimentalWarning',
    join(root, 'node_modules/jest/bin/jest.js'),
    ...selected,
  ],
  {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, TROUSSEAU_TEST_COUNTS: counts },
  },
);

let after = sumCounts(counts);
if (status !== 0 && after.failed === before.failed) {
  console.error(`Jest itself ended with ${signal ?? status}: counted as one failure`);
  addCounts(counts, { passed: 0, failed: 1, skipped: 0 });
  after = sumCounts(counts);
}
console.log(
  countsLine({
    passed: after.passed - before.passed,
    failed: after.failed - before.failed,
    skipped: after.skipped - before.skipped,
  }),
);
process.exitCode = status === 0 ? 0 : 1;
