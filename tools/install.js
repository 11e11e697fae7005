import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
const stamp = `${root}node_modules/.installed-from`;

const read = (file) => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
};

/** Runs a command in the repository and ends this process with its code when it fails. `quiet` keeps stdout clean for --json. */
export const run = (command, args, { quiet = false } = {}) => {
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', quiet ? 2 : 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
};

/** Installs the dependencies of package-lock.json unless exactly these stand in node_modules. True when it had to. */
export const ensureInstalled = ({ quiet = false } = {}) => {
  const wanted = createHash('sha256')
    .update(readFileSync(`${root}package-lock.json`))
    .digest('hex');
  if (read(stamp) === wanted) return false;
  console.error('Trousseau: installing dependencies (first time only) …');
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { quiet });
  writeFileSync(stamp, wanted);
  return true;
};
