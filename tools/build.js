import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, run } from './install.js';

const stamp = `${root}dist/.built-from`;

/** What the build is made from: name, size and time of change of every source, and what turns them into it. */
const fingerprint = () => {
  const hash = createHash('sha256');
  for (const folder of ['apps', 'libs']) {
    for (const name of readdirSync(join(root, folder), { recursive: true }).sort()) {
      const { size, mtimeMs, isFile } = describe(join(root, folder, name));
      if (isFile) hash.update(`${folder}/${name}:${size}:${mtimeMs}\n`);
    }
  }
  for (const name of ['.swcrc', 'tools/bundle.js', 'package-lock.json'])
    hash.update(readFileSync(root + name));
  return hash.digest('hex');
};

const describe = (file) => {
  const stats = statSync(file);
  return { size: stats.size, mtimeMs: stats.mtimeMs, isFile: stats.isFile() };
};

const built = () => {
  try {
    return readFileSync(stamp, 'utf8');
  } catch {
    return undefined;
  }
};

/** Compiles apps and libs into dist, and bundles the apps, unless all is as it was. True when it had to. */
export const ensureBuilt = ({ quiet = false } = {}) => {
  const wanted = fingerprint();
  if (built() === wanted) return false;
  console.error('Trousseau: building …');
  run('npm', ['run', '-s', 'build'], { quiet });
  writeFileSync(stamp, wanted);
  return true;
};
