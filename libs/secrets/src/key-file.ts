import { chmod, link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';

const exists = (error: unknown) => (error as NodeJS.ErrnoException).code === 'EEXIST';
const missing = (error: unknown) => (error as NodeJS.ErrnoException).code === 'ENOENT';

/**
 * The content of a key file, made on first use with mode 0600. Two processes that start together get the same key:
 * the file appears whole (written aside, then linked), and the loser of the race reads the winner's.
 */
export const keyFile = async (
  folder: string,
  name: string,
  make: () => string | Promise<string>,
): Promise<string> => {
  const file = join(folder, name);
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (!missing(error)) throw error;
  }
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const draft = `${file}.${randomUUID()}`;
  await writeFile(draft, await make(), { mode: 0o600, flush: true });
  await chmod(draft, 0o600);
  try {
    await link(draft, file);
  } catch (error) {
    if (!exists(error)) throw error;
  } finally {
    await rm(draft, { force: true });
  }
  return readFile(file, 'utf8');
};

/** Writes a key file anew, mode 0600: it appears whole, or stays as it was. */
export const replaceKeyFile = async (folder: string, name: string, content: string): Promise<void> => {
  const file = join(folder, name);
  const draft = `${file}.${randomUUID()}`;
  try {
    await writeFile(draft, content, { mode: 0o600, flush: true });
    await rename(draft, file);
  } finally {
    await rm(draft, { force: true });
  }
};
