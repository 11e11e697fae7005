import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { type Trace, tracesIn } from './traces.js';

/** Traces by file; SQLite's `-shm` files are indexes of pages and hold none, they come and go. */
export const tracesBelow = async (
  folder: string,
  secrets: Readonly<Record<string, string>>,
): Promise<readonly (Trace & { file: string })[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const found = await Promise.all(
    files.map(async (file) => {
      const bytes = await readFile(file).catch(() => Buffer.alloc(0));
      return tracesIn(bytes, secrets).map((trace) => ({ ...trace, file: relative(folder, file) }));
    }),
  );
  return found.flat();
};
