// Writes a seeded log into a data folder of its own: `generate.child.ts FOLDER USERS EVENTS SEED`.
import { createHash } from 'node:crypto';
import { startNotary } from '#evidence';
import { openEventStore } from '#platform';
import { openSecrets } from '#secrets';
import { readSettings } from '#settings';
import { Chronicle } from './chronicle.js';
import { live, SETTLING } from './lives.js';
import { LogWriter } from './log-writer.js';
import { memberOf, type Population } from './population.js';

const DAY = 86_400_000;
/** The log begins so long ago: no session of it has expired yet. */
const DAYS = 28;
const BATCH = 250;

const [folder = '', users, events, seed] = process.argv.slice(2);
const population: Population = { users: Number(users), events: Number(events), seed: Number(seed) };
const settings = readSettings({ TROUSSEAU_DATA: folder });
const secrets = await openSecrets(settings.secretsFolder);
const [masterKey = Buffer.alloc(0)] = secrets.masterKeys;
const masterKeyId = createHash('sha256').update('master-key-id').update(masterKey).digest('hex').slice(0, 16);
const chronicle = new Chronicle(masterKey, masterKeyId);
const writer = await LogWriter.open(folder, settings.eventStoreUrl.slice('sqlite:'.length));

const begin = Date.now() - DAYS * DAY;
const perEvent = (DAYS * DAY - 60_000) / population.events;
const timeOf = (position: number) => Math.trunc(begin + position * perEvent);
const signIns = population.events - population.users * SETTLING.events;
const signInsBefore = (index: number) => Math.floor((index * signIns) / population.users);

for (let from = 0; from < population.users; from += BATCH) {
  const upTo = Math.min(from + BATCH, population.users);
  const members = Array.from({ length: upTo - from }, (_, place) => memberOf(population, from + place));
  const begun = timeOf(chronicle.head);
  // Step by step, so that lives are interwoven in the log as they are in reality.
  for (let step = 0, living = members; living.length > 0; step += 1) {
    living = living.filter(
      ({ index }) => step < SETTLING.steps + signInsBefore(index + 1) - signInsBefore(index),
    );
    for (const member of living)
      live(chronicle, member, { at: new Date(timeOf(chronicle.head)).toISOString(), step });
  }
  writer.write(chronicle.take(), begun);
  process.send?.({ written: chronicle.head });
}
writer.close();
// The leaves are there already; what is left to the notary is to sign them.
const store = await openEventStore(settings);
const { notary, stop } = await startNotary(settings.dataFolder, secrets, {
  store,
  now: () => new Date().toISOString(),
});
await notary.sign();
await stop();
await store.close();
