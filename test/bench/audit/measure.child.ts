// One measure in a process of its own, so that its memory is its own: `measure.child.ts FOLDER NAME USERS SEED`.
import { openPlatform } from '#platform';
import { readSettings } from '#settings';
import { type Figures, type MeasureName, measures } from './measures.js';

export type Measured = Readonly<{ figures: Figures; wallMs: number; cpuMs: number; megabytes: number }>;

const [folder = '', name = '', users, seed] = process.argv.slice(2);
const settings = readSettings({ TROUSSEAU_DATA: folder, TROUSSEAU_LOG_LEVEL: 'error' });
const platform = await openPlatform(settings, [], { background: false });
const population = { users: Number(users), events: await platform.events.head(), seed: Number(seed) };
const [cpu, begun] = [process.cpuUsage(), performance.now()];
const figures = await measures[name as MeasureName]({ platform, population });
const { user, system } = process.cpuUsage(cpu);
const measured: Measured = {
  figures,
  wallMs: performance.now() - begun,
  cpuMs: (user + system) / 1000,
  megabytes: process.resourceUsage().maxRSS / 1024,
};
process.stdout.write(`${JSON.stringify(measured)}\n`);
await platform.events.close();
