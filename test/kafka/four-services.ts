import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { RecordedEvent } from '#event-store';
import { openEventStore } from '#platform';
import { type Settings, readSettings } from '#settings';
import { freePort } from '../../tools/ports/free-port.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const READY_WITHIN_MS = 300_000;
/** Each look is work for whoever is looked at. */
const LOOK_AGAIN_MS = 100;
const PAGE = 1000;

/** A process of the product: a service, or a further replica of one, `auth.2`. */
type Replica = { readonly port: number; process: ChildProcess | undefined };

export const everyService = ['users', 'auth', 'notifications', 'gateway'] as const;

/** The built services as processes of their own, with a store and keys they share and read models of their own. */
export class FourServices {
  private constructor(
    private readonly folder: string,
    private readonly replicas: ReadonlyMap<string, Replica>,
    private readonly environment: NodeJS.ProcessEnv,
    private readonly principalOf: (service: string) => NodeJS.ProcessEnv,
  ) {}

  static async prepare({
    brokers,
    smtpUrl = '',
    eventStoreUrl,
    names = everyService,
    tls,
  }: {
    brokers: string;
    smtpUrl?: string;
    eventStoreUrl?: string;
    names?: readonly string[];
    /** Brokers over TLS, to which each service has its own name, and here the same secret. */
    tls?: Readonly<{ certificate: string; secret: string }>;
  }): Promise<FourServices> {
    const folder = await mkdtemp(join(tmpdir(), 'trousseau-services-'));
    const replicas = new Map<string, Replica>();
    for (const name of names) {
      await mkdir(join(folder, name));
      replicas.set(name, { port: await freePort(), process: undefined });
    }
    const secrets = join(folder, 'secrets');
    if (tls) {
      await mkdir(secrets, { mode: 0o700 });
      await writeFile(join(secrets, 'kafka.secret'), tls.secret, { mode: 0o600 });
    }
    const environment = {
      ...process.env,
      NODE_ENV: 'test',
      KAFKA_BROKERS: brokers,
      EVENT_STORE_URL: eventStoreUrl ?? `sqlite:${join(folder, 'events.db')}`,
      TROUSSEAU_SECRETS: secrets,
      TROUSSEAU_DEMO: 'off',
      TROUSSEAU_LOG_LEVEL: process.env['TROUSSEAU_LOG_LEVEL'] ?? 'error',
      TROUSSEAU_TRUSTED_PROXIES: '127.0.0.1',
      TROUSSEAU_PUBLIC_URL: 'http://localhost',
      SMTP_URL: smtpUrl,
    };
    return new FourServices(folder, replicas, environment, (service) =>
      tls ? { KAFKA_TLS: 'on', KAFKA_TLS_CA: tls.certificate, KAFKA_PRINCIPAL: service } : {},
    );
  }

  get names(): readonly string[] {
    return [...this.replicas.keys()];
  }

  /** Where a gateway answers. */
  port(name = 'gateway'): number {
    return this.replica(name).port;
  }

  readModel(name: string, model: string): string {
    return join(this.folder, name, `${model}.db`);
  }

  /** Starts these, or all, that do not run; resolves when they are ready. */
  async start(...names: readonly string[]): Promise<void> {
    const wanted = names.length > 0 ? names : this.names;
    for (const name of wanted) this.launch(name);
    await Promise.all(wanted.map((name) => this.ready(name)));
  }

  /** Resolves when this one is ready. */
  async ready(name: string): Promise<void> {
    const { process: child } = this.replica(name);
    const until = performance.now() + READY_WITHIN_MS;
    for (let report = await this.health(name); report !== null; report = await this.health(name)) {
      if (child?.exitCode !== null) throw new Error(`${name} ended with ${child?.exitCode}`);
      if (performance.now() > until) throw new Error(`${name} is not ready: ${report}`);
      await pause(LOOK_AGAIN_MS);
    }
  }

  /** Why it is not ready; null when it is. */
  async health(name: string): Promise<string | null> {
    try {
      const answer = await fetch(`http://127.0.0.1:${this.port(name)}/readyz`, {
        signal: AbortSignal.timeout(10_000),
      });
      const body = await answer.text();
      return answer.ok ? null : body;
    } catch (error) {
      return String(error);
    }
  }

  signal(name: string, signal: NodeJS.Signals): void {
    this.replica(name).process?.kill(signal);
  }

  /** Ends one in order, as a rolling restart does. */
  async leave(name: string): Promise<void> {
    await this.end(name, 'SIGTERM');
  }

  /** Ends it as a power cut would. */
  async kill(name: string): Promise<void> {
    await this.end(name, 'SIGKILL');
  }

  async stop(): Promise<void> {
    // The gateway first, so that nothing new comes in.
    for (const name of this.names.toReversed()) await this.end(name, 'SIGTERM');
  }

  /** The command line, on the same store. */
  async commandLine<Answer>(...args: string[]): Promise<Answer> {
    const child = spawn(process.execPath, [this.main('cli'), ...args, '--json'], {
      env: { ...this.environment, ...this.principalOf('operator'), TROUSSEAU_DATA: join(this.folder, 'cli') },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    const [code] = (await once(child, 'close')) as [number];
    if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}`);
    return JSON.parse(Buffer.concat(chunks).toString()) as Answer;
  }

  /** What the services were told; whoever looks at their store or keys reads it from here. */
  get settings(): Settings {
    const { EVENT_STORE_URL = '' } = this.environment;
    return readSettings({
      ...this.environment,
      TROUSSEAU_DATA: join(this.folder, 'aside'),
      // Who only looks waits as long as it takes.
      EVENT_STORE_URL: EVENT_STORE_URL.replace(/^(esdb:.*)$/, `$1&defaultDeadline=${READY_WITHIN_MS}`),
    });
  }

  /** Where the log ends, read beside the services. */
  async head(): Promise<number> {
    const store = await openEventStore(this.settings);
    return store.head().finally(() => store.close());
  }

  /** What was recorded after a position, read beside the services. */
  async log(after: number): Promise<{ events: readonly RecordedEvent[]; head: number }> {
    const store = await openEventStore(this.settings);
    try {
      const head = await store.head();
      const events: RecordedEvent[] = [];
      let reached = after;
      for (let page = await store.readAll(after, PAGE); page.length > 0;) {
        events.push(...page);
        reached = page.at(-1)!.position;
        page = reached < head ? await store.readAll(reached, PAGE) : [];
      }
      return { head, events };
    } finally {
      await store.close();
    }
  }

  /** Takes the read models of one that does not run: it will make them anew. */
  async loseReadModels(name: string): Promise<void> {
    await rm(join(this.folder, name), { recursive: true });
    await mkdir(join(this.folder, name));
  }

  async remove(): Promise<void> {
    await this.stop();
    await rm(this.folder, { recursive: true, force: true });
  }

  /** Starts one that does not run, and waits for nothing. */
  launch(name: string): void {
    const replica = this.replica(name);
    const running = replica.process;
    if (running !== undefined && running.exitCode === null && running.signalCode === null) return;
    const [service = name] = name.split('.');
    const child = spawn(process.execPath, [this.main(service)], {
      env: {
        ...this.environment,
        ...this.principalOf(service),
        TROUSSEAU_DATA: join(this.folder, name),
        ...(service === 'gateway'
          ? { TROUSSEAU_PORT: String(replica.port) }
          : { TROUSSEAU_HEALTH_PORT: String(replica.port) }),
      },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const withUs = () => child.kill('SIGKILL');
    process.once('exit', withUs);
    child.once('exit', () => process.removeListener('exit', withUs));
    replica.process = child;
  }

  private async end(name: string, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    const { process: child } = this.replica(name);
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    // One that was stopped hears nothing before it goes on.
    child.kill('SIGCONT');
    const lingers = setTimeout(() => child.kill('SIGKILL'), 15_000);
    await ended;
    clearTimeout(lingers);
  }

  private replica(name: string): Replica {
    const found = this.replicas.get(name);
    if (found === undefined) throw new Error(`there is no ${name}`);
    return found;
  }

  private main(app: string): string {
    return join(root, `dist/bundles/${app}.js`);
  }
}
