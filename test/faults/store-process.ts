import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../tools/ports/free-port.js';

const main = fileURLToPath(new URL('../../tools/eventstore.js', import.meta.url));

/** The event store as a process of its own that can be killed and stopped. */
export class StoreProcess {
  private child: ChildProcess | undefined;

  private constructor(
    private readonly port: number,
    private readonly folder: string,
  ) {}

  static async start(): Promise<StoreProcess> {
    const store = new StoreProcess(await freePort(), await mkdtemp(join(tmpdir(), 'trousseau-store-')));
    await store.start();
    return store;
  }

  get url(): string {
    return `esdb://127.0.0.1:${this.port}?tls=false`;
  }

  async start(): Promise<void> {
    const child = spawn(process.execPath, [main, '--port', String(this.port), '--data', this.folder], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    this.child = child;
    process.once('exit', () => child.kill('SIGKILL'));
    while (!(await this.listens())) {
      if (child.exitCode !== null) throw new Error('the event store ended');
      await pause(20);
    }
  }

  signal(signal: NodeJS.Signals): void {
    this.child?.kill(signal);
  }

  async kill(): Promise<void> {
    const { child } = this;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  }

  async remove(): Promise<void> {
    await this.kill();
    await rm(this.folder, { recursive: true, force: true });
  }

  private listens(): Promise<boolean> {
    return new Promise((resolve) => {
      const socket = connect(this.port, '127.0.0.1');
      const end = (is: boolean) => {
        socket.destroy();
        resolve(is);
      };
      socket.once('connect', () => end(true)).once('error', () => end(false));
    });
  }
}
