import { randomBytes } from 'node:crypto';
import { keysInLines, writeKeysInLines } from './keys-in-lines.js';

const NAME = 'master.key';

/** A step of a change of the master key: made, or refused because it is not this one's turn. */
export type MasterKeyStep = Readonly<{ outcome: 'done' }> | Readonly<{ outcome: 'refused' }>;

const [done, refused] = [{ outcome: 'done' }, { outcome: 'refused' }] as const;

/** The file of the master keys while one follows another: added, used, the former one dropped. Processes read it at their start. */
export class MasterKeyFile {
  constructor(private readonly folder: string) {}

  /** The key that wraps, and while it changes the other one. */
  keys(): Promise<readonly Buffer[]> {
    return keysInLines(this.folder, NAME);
  }

  /** A new key below the one that wraps: it opens from the next start of each process on. */
  async add(): Promise<MasterKeyStep> {
    const keys = await this.keys();
    if (keys.length > 1) return refused;
    await this.write([...keys, randomBytes(32)]);
    return done;
  }

  /** The other key wraps from the next start of each process on. */
  async use(): Promise<MasterKeyStep> {
    const keys = await this.keys();
    if (keys.length < 2) return refused;
    await this.write(keys.toReversed());
    return done;
  }

  /** Takes out the key that does not wrap. */
  async drop(): Promise<MasterKeyStep> {
    const keys = await this.keys();
    if (keys.length < 2) return refused;
    await this.write(keys.slice(0, 1));
    return done;
  }

  private write(keys: readonly Buffer[]): Promise<void> {
    return writeKeysInLines(this.folder, NAME, keys);
  }
}
