// @ts-check
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import kafkajs from 'kafkajs';
import { freePort } from '../ports/free-port.js';
import { brokerLibraries } from './fetch.js';
import { logging, serverProperties } from './properties.js';

const READY_WITHIN_MS = 60_000;
const STOP_WITHIN_MS = 20_000;

/**
 * Runs Java and ends it when our standard input closes, so that the broker does not outlive whoever started it, even when that
 * one is killed. The first line of the output is Java's process id.
 */
const guarded = `exec 3<&0
"$@" </dev/null 1>&2 &
broker=$!
echo $broker
( cat <&3 >/dev/null; kill $broker 2>/dev/null; sleep 10; kill -9 $broker 2>/dev/null ) >/dev/null 2>&1 &
guard=$!
wait $broker
kill $guard 2>/dev/null
`;

/** @typedef {import('./properties.js').Guard} Guard */
/** @typedef {{ folder: string, port?: number, controllerPort?: number, heapMegabytes?: number, guard?: Guard }} BrokerOptions */

/**
 * One Kafka broker in a process of its own. The folder keeps its data and its log; a second broker on the same folder goes on
 * where the first ended.
 */
export class Broker {
  /** @type {import('node:child_process').ChildProcess | undefined} */
  #process;
  #pid = 0;

  /** @param {Required<Omit<BrokerOptions, 'guard'>> & { guard: Guard | undefined }} options */
  constructor(options) {
    this.options = options;
    this.address = `127.0.0.1:${options.port}`;
  }

  /** Process id of the Java process. */
  get pid() {
    return this.#pid;
  }

  /** Resolves when the broker answers. */
  async start() {
    const { folder, heapMegabytes } = this.options;
    const java = ['java', `-Xmx${heapMegabytes}m`, '-Xms128m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1'];
    const main = [
      `-Dlog4j2.configurationFile=${join(folder, 'log4j2.xml')}`,
      ...['-cp', `${brokerLibraries()}/*`],
    ];
    this.#format([...java, ...main]);
    const child = spawn(
      'sh',
      ['-c', guarded, 'sh', ...java, ...main, 'kafka.Kafka', join(folder, 'server.properties')],
      { stdio: ['pipe', 'pipe', 'pipe'] },
    );
    this.#process = child;
    child.stderr?.pipe(createWriteStream(join(folder, 'broker.log'), { flags: 'a' }));
    const [first] = await once(/** @type {import('node:stream').Readable} */ (child.stdout), 'data');
    this.#pid = Number(String(first));
    await this.#ready();
  }

  /** Ends it in order. */
  async stop() {
    await this.#end('SIGTERM');
  }

  /** Ends it as a power cut would; what it had acknowledged stands in the files. */
  async kill() {
    await this.#end('SIGKILL');
  }

  /** @param {string[]} java */
  #format(java) {
    const { folder, port, controllerPort, guard } = this.options;
    mkdirSync(folder, { recursive: true });
    const properties = join(folder, 'server.properties');
    writeFileSync(properties, serverProperties({ port, controllerPort, folder, guard }));
    writeFileSync(join(folder, 'log4j2.xml'), logging);
    if (existsSync(join(folder, 'log/meta.properties'))) return;
    const cluster = Buffer.from('trousseau-broker').toString('base64url');
    const format = ['kafka.tools.StorageTool', 'format', '--standalone', '-t', cluster, '-c', properties];
    const names = Object.entries(guard?.secrets ?? {}).flatMap(([name, secret]) => [
      '--add-scram',
      `SCRAM-SHA-512=[name=${name},password=${secret}]`,
    ]);
    const { status, stderr } = spawnSync(
      /** @type {string} */ (java[0]),
      [...java.slice(1), ...format, ...names],
      { encoding: 'utf8' },
    );
    if (status !== 0) throw new Error(`the broker's storage could not be formatted: ${stderr}`);
  }

  /** Who may do everything, where not everybody may. */
  get administrator() {
    const { guard } = this.options;
    if (guard === undefined) return {};
    return {
      ssl: { ca: [readFileSync(guard.certificate, 'utf8')] },
      sasl: /** @type {const} */ ({
        mechanism: 'scram-sha-512',
        username: 'admin',
        password: guard.secrets.admin,
      }),
    };
  }

  async #ready() {
    const kafka = new kafkajs.Kafka({
      brokers: [this.address],
      ...this.administrator,
      logLevel: kafkajs.logLevel.NOTHING,
      retry: { retries: 0 },
    });
    const until = Date.now() + READY_WITHIN_MS;
    for (;;) {
      const admin = kafka.admin();
      try {
        await admin.connect();
        if ((await admin.describeCluster()).brokers.length > 0) return;
      } catch (error) {
        if (this.#process?.exitCode !== null) throw new Error('the broker ended at once', { cause: error });
        if (Date.now() > until) throw new Error('the broker does not answer', { cause: error });
      } finally {
        await admin.disconnect().catch(() => undefined);
      }
      await pause(100);
    }
  }

  /** @param {'SIGTERM' | 'SIGKILL'} signal */
  async #end(signal) {
    const child = this.#process;
    if (child === undefined || child.exitCode !== null) return;
    const ended = once(child, 'exit');
    process.kill(this.#pid, signal);
    const lingers = setTimeout(() => process.kill(this.#pid, 'SIGKILL'), STOP_WITHIN_MS);
    await ended;
    clearTimeout(lingers);
    child.stdin?.end();
  }
}

/**
 * Starts a broker on loopback; resolves when it answers at `address`.
 * @param {BrokerOptions} options
 */
export const startBroker = async ({ folder, port, controllerPort, heapMegabytes = 384, guard }) => {
  const broker = new Broker({
    folder,
    port: port ?? (await freePort()),
    controllerPort: controllerPort ?? (await freePort()),
    heapMegabytes,
    guard,
  });
  await broker.start();
  return broker;
};
