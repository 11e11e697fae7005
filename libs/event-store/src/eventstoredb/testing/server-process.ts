import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { runTypescript } from '../../testing/run-typescript.js';

const main = new URL('../../../../../tools/eventstore/main.ts', import.meta.url);

/** The protocol server as a process that can be killed, stopped and started again on the same data and port. */
export class ServerProcess {
  #child: ChildProcess | undefined;
  #port = 0;

  constructor(private readonly data: string) {}

  get port(): number {
    return this.#port;
  }

  /** Resolves once the server takes calls. */
  async start(): Promise<void> {
    const child = runTypescript(main, '--port', String(this.#port), '--data', this.data);
    this.#child = child;
    for await (const line of createInterface(child.stdout)) {
      const port = /127\.0\.0\.1:(\d+)/.exec(line)?.[1];
      if (port === undefined) continue;
      this.#port = Number(port);
      return;
    }
    throw new Error('the server ended before it took calls');
  }

  /** kill -9. */
  async kill(): Promise<void> {
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }

  freeze(): void {
    this.#child?.kill('SIGSTOP');
  }

  thaw(): void {
    this.#child?.kill('SIGCONT');
  }
}
