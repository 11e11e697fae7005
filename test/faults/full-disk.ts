import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Product } from '../product/product.js';

/** A folder whose room can be taken away and given back. */
export type Room = Readonly<{
  folder: string;
  /** From now on nothing more can be written. */
  fill(product: Product): void;
  free(product: Product): void;
  remove(): void;
}>;

const ran = (command: string, ...args: readonly string[]): boolean =>
  spawnSync(command, args, { stdio: 'ignore' }).status === 0;

const scratch = () => mkdtempSync(join(tmpdir(), 'trousseau-full-'));

/** A disk of 64 MB and a file that takes what is left of it; only where file systems may be mounted. */
const smallDisk = (): Room | null => {
  const mounted = scratch();
  if (!ran('mount', '-t', 'tmpfs', '-o', 'size=64m,mode=0700', 'tmpfs', mounted)) {
    rmSync(mounted, { recursive: true });
    return null;
  }
  const folder = join(mounted, 'data');
  mkdirSync(folder);
  const ballast = join(mounted, 'ballast');
  return {
    folder,
    fill: () => {
      for (const size of [1024 * 1024, 4096, 1]) {
        try {
          for (;;) writeFileSync(ballast, Buffer.alloc(size), { flag: 'a' });
        } catch (error) {
          if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
        }
      }
    },
    free: () => rmSync(ballast),
    remove: () => {
      ran('umount', mounted);
      rmSync(mounted, { recursive: true, force: true });
    },
  };
};

/** A process that may make no file longer than a page: what a write hears is an error all the same (EFBIG for ENOSPC). */
const shortFiles = (): Room => {
  const folder = scratch();
  const limit = (size: string) => (product: Product) => {
    if (!ran('prlimit', '--pid', String(product.pid), `--fsize=${size}:`)) throw new Error('prlimit failed');
  };
  return {
    folder,
    fill: limit('4096'),
    free: limit('unlimited'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
};

/** The ways a disk can be full here; null where this machine does not let us. */
export const fullDisks: Readonly<Record<string, () => Room | null>> = {
  'a disk without room': smallDisk,
  'files that may not grow': shortFiles,
};
