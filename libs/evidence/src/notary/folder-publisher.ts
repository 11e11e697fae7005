import { randomUUID } from 'node:crypto';
import { link, mkdir, open, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { CheckpointContradicted, CheckpointPublisher, type Publication } from './checkpoint-publisher.js';

const A_FOLDER_HOLDS = 1_000_000;
const NOTE = /^(\d{16})\.note$/;

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code;
const digits = (value: number, length: number) => String(value).padStart(length, '0');

/** Checkpoints in a folder, one file each, `<millions>/<size>.note`: mount a place there that the store's machine cannot rewrite. */
export class FolderPublisher extends CheckpointPublisher {
  override readonly place = 'folder';

  constructor(private readonly folder: string) {
    super();
  }

  override async publish({ size, note }: Publication): Promise<void> {
    const folder = join(this.folder, digits(Math.floor(size / A_FOLDER_HOLDS), 10));
    const file = join(folder, `${digits(size, 16)}.note`);
    await mkdir(folder, { recursive: true });
    // Written aside, then linked: a note is there whole or not at all, and none is ever overwritten.
    const draft = join(folder, `.${randomUUID()}`);
    try {
      await writeDurably(draft, note);
      await link(draft, file);
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error;
      if ((await readFile(file, 'utf8')) !== note) throw new CheckpointContradicted(size);
    } finally {
      await rm(draft, { force: true });
    }
    await synchronise(folder);
  }

  override async latest(): Promise<Publication | undefined> {
    const folders = (await namesIn(this.folder)).filter((name) => /^\d{10}$/.test(name));
    for (const folder of folders.sort().reverse()) {
      const names = (await namesIn(join(this.folder, folder))).filter((name) => NOTE.test(name));
      const last = names.sort().at(-1);
      if (last === undefined) continue;
      const note = await readFile(join(this.folder, folder, last), 'utf8');
      return { size: Number(NOTE.exec(last)?.[1]), note };
    }
    return undefined;
  }
}

const namesIn = (folder: string): Promise<string[]> =>
  readdir(folder).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  });

const writeDurably = async (file: string, content: string): Promise<void> => {
  const handle = await open(file, 'wx', 0o644);
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
};

/** Makes the folder's own entry durable; a system that cannot (Windows) does it by itself. */
const synchronise = async (folder: string): Promise<void> => {
  const handle = await open(folder, 'r').catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
};
