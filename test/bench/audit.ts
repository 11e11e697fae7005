// npm run bench:audit [-- --users N --events N --keep FOLDER]: what the auditor's questions cost on a long log.
import { execFile, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { progressOf } from '../../apps/cli/src/terminal/progress.js';
import type { Measured } from './audit/measure.child.js';
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
    keep: { type: 'string' },
  },
});
const [users, events] = [Number(values.users), Number(values.events)];
const run = promisify(execFile);
const file = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** A log of this size, generated unless it is there already. */
const logOf = async (folder: string, people: number, count: number): Promise<string> => {
  const there = await stat(join(folder, 'checkpoints')).then(
    () => true,
    () => false,
  );
  if (there) return folder;
  await mkdir(folder, { recursive: true });
  const progress = progressOf(`${count} events`, count);
  const child = fork(file('./audit/generate.child.ts'), [folder, String(people), String(count), values.seed]);
  let before = 0;
  child.on('message', ({ written }: { written: number }) => {
    progress.advance(written - before);
    before = written;
  });
  const [code] = (await once(child, 'exit')) as [number];
  progress.end();
  if (code !== 0) throw new Error(`generating ended with ${code}`);
  return folder;
};

const measure = async (folder: string, name: string, people: number): Promise<Measured> => {
  console.error(`measuring ${name} …`);
  const { stdout } = await run(process.execPath, [
    ...process.execArgv,
    file('./audit/measure.child.ts'),
    ...[folder, name, String(people), values.seed],
  ]);
  return JSON.parse(stdout) as Measured;
};

/** What a measure took of the clock, of the processors and of memory. */
const spent = ({ wallMs, cpuMs, megabytes }: Measured) =>
  `${(wallMs / 1000).toFixed(1)} s, ${(cpuMs / 1000).toFixed(1)} s of processor, ${megabytes.toFixed(0)} MB at most`;

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

const times = (one: Measured, other: Measured, figure: string) =>
  (one.figures[figure] ?? Number.NaN) / (other.figures[figure] ?? Number.NaN);

const folder = values.keep ?? (await mkdtemp(join(tmpdir(), 'trousseau-bench-audit-')));
try {
  const [few, tenth] = [Math.ceil(users / 10), Math.ceil(events / 10)];
  const small = await logOf(join(folder, `${tenth}`), few, tenth);
  const large = await logOf(join(folder, `${events}`), users, events);
  const oneOfFew = await measure(small, 'replayOne', few);
  const one = await measure(large, 'replayOne', users);
  const all = await measure(large, 'replayAll', users);
  const parsed = await measure(large, 'replayParsed', users);
  const verifiedFew = await measure(small, 'verify', few);
  const verified = await measure(large, 'verify', users);
  const rebuilt = await measure(large, 'rebuild', users);
  const goals: Goal[] = [
    {
      what: 'replay of one user / in a log a tenth as long',
      value: times(one, oneOfFew, 'median'),
      unit: 'x',
      goal: 1.5,
      better: 'less',
      how: `medians ${one.figures['median']?.toFixed(2)} ms and ${oneOfFew.figures['median']?.toFixed(2)} ms`,
    },
    rate('the whole log, in order', 200_000, all),
    rate('  the same, every content parsed', 200_000, parsed),
    latency('state of one user at an instant', 'p95', 20, await measure(large, 'state', users)),
    rate('verify', 100_000, verified),
    {
      what: 'memory of verify / on a log a tenth as long',
      value: verified.megabytes / verifiedFew.megabytes,
      unit: 'x',
      goal: 1.25,
      better: 'less',
      how: `${verified.megabytes.toFixed(0)} MB and ${verifiedFew.megabytes.toFixed(0)} MB`,
    },
    {
      what: `rebuild of the user list, ${users} users`,
      value: rebuilt.wallMs / 1000,
      unit: ' s',
      goal: (60 * users) / 1_000_000,
      better: 'less',
      how: spent(rebuilt),
    },
    latency('first page of the user list', 'p99', 10, await measure(large, 'list', users)),
    await signInsAfterMany(Number(values['sign-ins'])),
  ];
  console.log(reportOf(goals));
  process.exitCode = allMet(goals) ? 0 : 1;
} finally {
  if (values.keep === undefined) await rm(folder, { recursive: true, force: true });
}
