// @ts-check
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const bin = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');

/**
 * Reads these folders with the project's rules.
 * @param {readonly string[]} folders from `base`
 * @param {string} base the folder that stands for the root of the repository
 * @returns {{ modules: number, violations: { rule: string, from: string, to: string }[] }}
 */
export const cruise = (folders, base = root) => {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [bin, '--config', join(root, '.dependency-cruiser.cjs'), '--output-type', 'json', ...folders],
    { cwd: base, encoding: 'utf8', maxBuffer: 1 << 28 },
  );
  if (!stdout.startsWith('{')) throw new Error(`dependency-cruiser read nothing: ${stdout}${stderr}`);
  const { summary } = JSON.parse(stdout);
  return {
    modules: summary.totalCruised,
    violations: summary.violations.map(
      (/** @type {{ rule: { name: string }, from: string, to: string }} */ { rule, from, to }) => ({
        rule: rule.name,
        from,
        to,
      }),
    ),
  };
};
