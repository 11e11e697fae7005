// @ts-check
// npm run check: everything a pull request must pass; every step runs, so that one run tells all. --static leaves the tests out.
import { spawnSync } from 'node:child_process';
import { ensureInstalled, root } from './install.js';

ensureInstalled();

const steps = [
  'format',
  'lint',
  'boundaries',
  'types',
  ...(process.argv.includes('--static') ? [] : ['test']),
];

const outcomes = steps.map((step) => {
  console.log(`\n── ${step}`);
  const { status } = spawnSync('npm', ['run', '-s', step], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  return { step, passed: status === 0 };
});

console.log(`\n${outcomes.map(({ step, passed }) => `${passed ? '✓' : '✗'} ${step}`).join('   ')}`);
process.exitCode = outcomes.every(({ passed }) => passed) ? 0 : 1;
