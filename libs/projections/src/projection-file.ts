import { rmSync } from 'node:fs';

/** Where a file stands that was filled beside this one, until the next start puts it in its place. */
export const nextOf = (file: string): string => `${file}.next`;

/** Takes a file away, and what SQLite keeps beside it. */
export const remove = (file: string): void => {
  if (file !== ':memory:')
    for (const end of ['', '-wal', '-shm', '-journal']) rmSync(file + end, { force: true });
};
