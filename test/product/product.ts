import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../tools/ports/free-port.js';

/** Milliseconds: under Jest's limit for a hook, so that the reason is told instead of a time-out. */
const PATIENCE = 110_000;

const root = fileURLToPath(new URL('../../', import.meta.url));
const dist = (app: string) => join(root, `dist/bundles/${app}.js`);

/** The built standalone process, on a data folder of its own. */
export class Product {
  private process: ChildProcess | undefined;

  private constructor(
    readonly port: number,
    /** Its data, key files and read models. */
    readonly folder: string,
    /** Where everything it says goes, if it is kept. */
    private readonly logFile: string | undefined,
    private readonly nodeOptions: readonly string[],
    private readonly environment: NodeJS.ProcessEnv,
  ) {}

  static async prepare({
    smtpUrl = '',
    demo = false,
    logFile,
    logLevel = logFile === undefined ? (process.env['TROUSSEAU_LOG_LEVEL'] ?? 'warn') : 'debug',
    nodeOptions = [],
    tracesUrl = '',
    folder = mkdtemp(join(tmpdir(), 'trousseau-product-')),
  }: {
    smtpUrl?: string;
    demo?: boolean;
    /** Keeps what it says; down to the least severe unless `logLevel` says otherwise. */
    logFile?: string;
    logLevel?: string;
    nodeOptions?: readonly string[];
    /** Where its traces go, if anywhere. */
    tracesUrl?: string;
    /** Its data folder; one of its own where none is given. */
    folder?: string | Promise<string>;
  }): Promise<Product> {
    const data = await folder;
    const port = await freePort();
    return new Product(port, data, logFile, nodeOptions, {
      ...process.env,
      NODE_ENV: 'test',
      TROUSSEAU_DATA: data,
      TROUSSEAU_DEMO: demo ? 'on' : 'off',
      TROUSSEAU_LOG_LEVEL: logLevel,
      TROUSSEAU_PORT: String(port),
      TROUSSEAU_TRUSTED_PROXIES: '127.0.0.1',
      SMTP_URL: smtpUrl,
      OTEL_EXPORTER_OTLP_ENDPOINT: tracesUrl,
    });
  }

  /** Starts it. Resolves with the milliseconds from process start to the first "ready". */
  async start(patience = PATIENCE): Promise<number> {
    const begun = performance.now();
    const kept = this.logFile === undefined ? undefined : openSync(this.logFile, 'a');
    const child = spawn(process.execPath, [...this.nodeOptions, dist('standalone')], {
      env: this.environment,
      stdio: kept === undefined ? ['ignore', 'ignore', 'inherit'] : ['ignore', kept, kept],
    });
    if (kept !== undefined) closeSync(kept);
    this.process = child;
    for (let health = await this.health(); health !== 'ready'; health = await this.health()) {
      if (child.exitCode !== null) throw new Error(`the product ended with ${child.exitCode}`);
      if (performance.now() - begun > patience) throw new Error(`the product is not ready: ${health}`);
      await pause(5);
    }
    return performance.now() - begun;
  }

  async stop(): Promise<void> {
    const { process: child } = this;
    if (child === undefined || child.exitCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    const lingers = setTimeout(() => child.kill('SIGKILL'), 10_000);
    await ended;
    clearTimeout(lingers);
  }

  /** Ends it as a power cut would: no signal handler runs. */
  async kill(): Promise<void> {
    const { process: child } = this;
    if (child === undefined || child.exitCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  }

  /** The id of its process. */
  get pid(): number {
    return this.process?.pid ?? 0;
  }

  /** Asks something of it by a signal. */
  signal(signal: NodeJS.Signals): void {
    this.process?.kill(signal);
  }

  /**
   * What its heap holds once everything that can be collected is; wants `--heapsnapshot-signal=SIGUSR2` among its options and a folder to
   * write to (`--diagnostic-dir`).
   */
  async heapSnapshot(folder: string): Promise<Buffer> {
    this.signal('SIGUSR2');
    for (;;) {
      const [name] = (await readdir(folder)).filter((file) => file.endsWith('.heapsnapshot'));
      const written = name === undefined ? Buffer.alloc(0) : await readFile(join(folder, name));
      // The strings come last, and the file ends with them.
      if (written.subarray(-8).toString().trimEnd().endsWith(']}')) return written;
      await pause(50);
    }
  }

  /** Resident memory in MB (of 1024 x 1024 bytes), as Linux counts it. */
  async residentMegabytes(): Promise<number> {
    const status = await readFile(`/proc/${this.process?.pid}/status`, 'utf8');
    return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) / 1024;
  }

  /** The command line, on the same data while the product runs. */
  async commandLine<Answer>(...args: string[]): Promise<Answer> {
    const child = spawn(process.execPath, [dist('cli'), ...args, '--json'], {
      env: { ...this.environment, TROUSSEAU_LOG_LEVEL: 'error' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    const [code] = (await once(child, 'close')) as [number];
    if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}`);
    return JSON.parse(Buffer.concat(chunks).toString()) as Answer;
  }

  async remove(): Promise<void> {
    await this.stop();
    await rm(this.folder, { recursive: true, force: true });
  }

  /** "ready", or why it is not. */
  private async health(): Promise<string> {
    return fetch(`http://127.0.0.1:${this.port}/readyz`).then(
      async (answer) => {
        const said = await answer.text();
        return answer.ok ? 'ready' : said;
      },
      () => 'nothing listens yet',
    );
  }
}
