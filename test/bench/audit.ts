// npm run bench:audit [-- --users N --events N --sign-ins N --data FOLDER]: what the auditor's questions cost on a long log.
// Each figure is printed as soon as it is had; with --data the logs stay in that folder, and the next run begins with them.
import { execFile, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import type { Measured } from './audit/measure.child.js';
import type { MeasureName } from './audit/measures.js';
import { signInsAfterMany } from './audit/sign-ins-after-many.js';
import { type Goal, allMet, reportOf } from './report.js';

const { values } = parseArgs({
  options: {
    users: { type: 'string', default: '50000' },
    events: { type: 'string', default: '500000' },
    seed: { type: 'string', default: '1' },
    /** Past sign-ins of the one user who has many. */
    'sign-ins': { type: 'string', default: '10000' },
    /** Where the logs are kept for the next run; thrown away without it. */
    data: { type: 'string' },
  },
});
const [users, events] = [Number(values.users), Number(values.events)];
const run = promisify(execFile);
const file = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** Room for young objects, as the command line has it: whoever goes through millions of events collects garbage less often. */
const ROOM = '--max-semi-space-size=64';

const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(1)} s`;

/** A log of this size, generated unless it is there already. */
const logOf = async (folder: string, people: number, count: number): Promise<string> => {
  const there = await stat(join(folder, 'checkpoints')).then(
    () => true,
    () => false,
  );
  if (there) return folder;
  // What is left of a run that was cut short is worth nothing.
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const begun = performance.now();
  const child = fork(
    file('./audit/generate.child.ts'),
    [folder, String(people), String(count), values.seed],
    { execArgv: [...process.execArgv, ROOM] },
  );
  let told = 0;
  child.on('message', ({ written }: { written: number }) => {
    const twentieth = Math.floor((written * 20) / count);
    if (twentieth === told) return;
    told = twentieth;
    console.error(`generating ${count} events: ${twentieth * 5} %, ${seconds(performance.now() - begun)}`);
  });
  const [code] = (await once(child, 'exit')) as [number];
  if (code !== 0) throw new Error(`generating ended with ${code}`);
  return folder;
};

const measure = async (folder: string, name: MeasureName, people: number): Promise<Measured> => {
  console.error(`measuring ${name} …`);
  const { stdout } = await run(process.execPath, [
    ...[...process.execArgv, ROOM],
    file('./audit/measure.child.ts'),
    ...[folder, name, String(people), values.seed],
  ]);
  return JSON.parse(stdout) as Measured;
};

/** What a measure took of the clock, of the processors and of memory. */
const spent = ({ wallMs, cpuMs, megabytes }: Measured) =>
  `${seconds(wallMs)}, ${seconds(cpuMs)} of processor, ${megabytes.toFixed(0)} MB at most`;

const rate = (what: string, goal: number, measured: Measured): Goal => ({
  what,
  value: ((measured.figures['events'] ?? 0) * 1000) / measured.wallMs,
  unit: '/s',
  goal,
  better: 'more',
  how: `${measured.figures['events']} events, ${spent(measured)}; ${(((measured.figures['events'] ?? 0) * 1000) / measured.cpuMs).toFixed(0)}/s of processor`,
});

const latency = (what: string, quantile: string, goal: number, measured: Measured): Goal => ({
  what: `${what}, ${quantile}`,
  value: measured.figures[quantile] ?? Number.NaN,
  unit: ' ms',
  goal,
  better: 'less',
  how: `median ${measured.figures['median']?.toFixed(2)} ms; ${measured.megabytes.toFixed(0)} MB at most`,
});

/** Memory of a measure on the long log and on one a tenth as long: it stays what it is. */
const flat = (what: string, measured: Measured, ofTenth: Measured): Goal => ({
  what: `  its memory / on a log a tenth as long`,
  value: measured.megabytes / ofTenth.megabytes,
  unit: 'x',
  goal: 1.25,
  better: 'less',
  how: `${what}: ${measured.megabytes.toFixed(0)} MB and ${ofTenth.megabytes.toFixed(0)} MB`,
});

const goals: Goal[] = [];
const tell = (...found: readonly Goal[]): void => {
  goals.push(...found);
  console.log(reportOf(found));
};

const folder = values.data ?? (await mkdtemp(join(tmpdir(), 'trousseau-bench-audit-')));
try {
  const [few, tenth] = [Math.ceil(users / 10), Math.ceil(events / 10)];
  const small = await logOf(join(folder, `${tenth}`), few, tenth);
  const large = await logOf(join(folder, `${events}`), users, events);
  const both = async (name: MeasureName) => ({
    ofTenth: await measure(small, name, few),
    measured: await measure(large, name, users),
  });

  const one = await both('replayOne');
  const [median, medianOfTenth] = [one.measured.figures['median']!, one.ofTenth.figures['median']!];
  tell({
    what: 'replay of one user / in a log a tenth as long',
    value: median / medianOfTenth,
    unit: 'x',
    goal: 1.5,
    better: 'less',
    how: `medians ${median.toFixed(2)} ms and ${medianOfTenth.toFixed(2)} ms; ${one.measured.megabytes.toFixed(0)} MB at most`,
  });
  for (const [name, what] of [
    ['replayAll', 'the whole log, in order'],
    ['replayParsed', 'the same, every content parsed'],
  ] as const) {
    const { measured, ofTenth } = await both(name);
    tell(rate(what, 200_000, measured), flat(name, measured, ofTenth));
  }
  tell(latency('state of one user at an instant', 'p95', 20, await measure(large, 'state', users)));
  tell(
    latency('state of a school of fifty at an instant', 'p95', 200, await measure(large, 'school', users)),
  );
  const verified = await both('verify');
  tell(rate('verify', 100_000, verified.measured), flat('verify', verified.measured, verified.ofTenth));
  const rebuilt = await both('rebuild');
  tell(
    {
      what: `rebuild of the user list, ${users} users`,
      value: rebuilt.measured.wallMs / 1000,
      unit: ' s',
      goal: (60 * users) / 1_000_000,
      better: 'less',
      how: spent(rebuilt.measured),
    },
    flat('rebuild', rebuilt.measured, rebuilt.ofTenth),
  );
  tell(latency('first page of the user list', 'p99', 10, await measure(large, 'list', users)));
  tell(await signInsAfterMany(Number(values['sign-ins'])));
  process.exitCode = allMet(goals) ? 0 : 1;
} finally {
  if (values.data === undefined) await rm(folder, { recursive: true, force: true });
}
