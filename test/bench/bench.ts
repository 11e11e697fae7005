// npm run bench: the figures of the product, as ratios of one run.
import { setTimeout as pause } from 'node:timers/promises';
import autocannon from 'autocannon';
import { ensureBuilt } from '../../tools/build.js';
import type { Task } from './bare-hashes.child.js';
import { Child } from './child.js';
import { HttpClient } from '../product/http-client.js';
import { MailSink } from '../product/mail-sink.js';
import { type Person, settleSchool, signIn } from '../product/people.js';
import { Product } from '../product/product.js';
import { type Goal, allMet, reportOf } from './report.js';
import { inTurns, perSecond } from './rounds.js';
import { median, quantile } from './statistics.js';

const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 5);
const USERS = Number(process.env['BENCH_USERS'] ?? 160);
const RENEWALS = Math.min(100, USERS);
/** Sign-ins before the first that is measured: the figures are those of a process that has been serving for a while. */
const WARM_UP = Number(process.env['BENCH_WARM_UP'] ?? 4000);
const CONCURRENCY = 32;
const ROUND_MS = 3000;

type Bench = Readonly<{
  product: Product;
  client: HttpClient;
  mails: MailSink;
  hashes: Child<'ready'>;
  bareRoute: Child<number>;
  people: readonly Person[];
}>;

/** Started from built sources over the data of a school; ready is the first 200 of /readyz. */
const startAndIdle = async ({ product }: Bench): Promise<Goal[]> => {
  const starts: number[] = [];
  const resident: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    await product.stop();
    starts.push(await product.start());
    await pause(5000);
    resident.push(await product.residentMegabytes());
  }
  const how = 'median of 3 starts';
  return [
    {
      what: 'from process start to ready',
      value: median(starts) / 1000,
      unit: ' s',
      goal: 2,
      better: 'less',
      how,
    },
    { what: 'resident memory, idle', value: median(resident), unit: ' MB', goal: 200, better: 'less', how },
  ];
};

/** From the POST to the acceptance of the mail, one renewal after the other, each for another person. */
const renewals = async ({ client, mails, hashes, people }: Bench): Promise<Goal[]> => {
  const oneHash = async () =>
    1000 / (await hashes.ask<number>({ kind: 'hash', concurrency: 1, milliseconds: 200 } satisfies Task));
  const hashMs: number[] = [];
  const took: number[] = [];
  for (const [index, { identifier, email }] of people.slice(0, RENEWALS).entries()) {
    if (index % 10 === 0) hashMs.push(await oneHash());
    const mail = mails.next(email);
    const begun = performance.now();
    await client.expect(202, 'POST', '/api/v1/key-renewals', { body: { identifier, email } });
    took.push((await mail).at - begun);
  }
  const hash = median(hashMs);
  const p99 = quantile(took, 0.99);
  return [
    {
      what: 'key renewal to accepted mail, p99 / one hash',
      value: p99 / hash,
      unit: 'x',
      goal: 20,
      better: 'less',
      how: `${RENEWALS} in sequence: median ${median(took).toFixed(0)} ms, p99 ${p99.toFixed(0)} ms; hash ${hash.toFixed(1)} ms`,
    },
  ];
};

/**
 * Sign-ins of different people, 32 at a time, against bare verifications with the same parameters, 32 at a time, in a
 * process that does nothing else. The client of the sign-ins shares the machine, and counts against the product. The second
 * figure takes that out: there the bare verifications are asked for by the same client, over HTTP.
 */
const signIns = async ({ client, hashes, bareRoute, people }: Bench): Promise<Goal[]> => {
  const turn = Array.from({ length: CONCURRENCY }, () => 0);
  const perWorker = Math.floor(people.length / CONCURRENCY);
  const ours = () =>
    perSecond(CONCURRENCY, ROUND_MS, (worker) => {
      const person = people[worker * perWorker + ((turn[worker]! += 1) % perWorker)]!;
      return signIn(client, person.identifier, person.key);
    });
  const bare = () =>
    hashes.ask<number>({ kind: 'verify', concurrency: CONCURRENCY, milliseconds: ROUND_MS } satisfies Task);
  for (let done = 0; done < WARM_UP;) done += ((await ours()) * ROUND_MS) / 1000;
  const strict = await inTurns(ROUNDS, ours, bare);

  const bareClient = new HttpClient(bareRoute.first);
  const overHttp = await inTurns(Math.min(3, ROUNDS), ours, () =>
    perSecond(CONCURRENCY, ROUND_MS, () => bareClient.expect(200, 'GET', '/verification')),
  );
  bareClient.close();
  const how = (against: string, { ours: rate, bare: bareRate }: typeof strict) =>
    `${rate.toFixed(1)}/s against ${bareRate.toFixed(1)}/s ${against}, ${CONCURRENCY} at a time`;
  return [
    {
      what: 'sign-ins over HTTP / bare argon2id',
      value: strict.ratio,
      unit: '',
      goal: 0.85,
      better: 'more',
      how: how('in a loop', strict),
    },
    {
      what: '  the same, bare argon2id asked over HTTP too',
      value: overHttp.ratio,
      unit: '',
      goal: 0.85,
      better: 'more',
      how: how('over HTTP', overHttp),
    },
  ];
};

/** GET /api/v1/session with a valid token against a bare Nest/Fastify route, by the same load generator. */
const sessionChecks = async ({ client, product, bareRoute, people }: Bench): Promise<Goal[]> => {
  const token = await signIn(client, people[0]!.identifier, people[0]!.key);
  const rateOf = async (url: string) => {
    const result = await autocannon({
      url,
      connections: CONCURRENCY,
      duration: ROUND_MS / 1000,
      headers: { authorization: `Bearer ${token}` },
    });
    if (result.non2xx > 0 || result.errors > 0)
      throw new Error(`${url}: ${result.non2xx} answers were not 2xx`);
    return result.requests.average;
  };
  const { ours, bare, ratio } = await inTurns(
    ROUNDS,
    () => rateOf(`http://127.0.0.1:${product.port}/api/v1/session`),
    () => rateOf(`http://127.0.0.1:${bareRoute.first}/session`),
  );
  return [
    {
      what: 'GET /api/v1/session / bare Nest route',
      value: ratio,
      unit: '',
      goal: 0.5,
      better: 'more',
      how: `${ours.toFixed(0)}/s against ${bare.toFixed(0)}/s`,
    },
  ];
};

const parts = { start: startAndIdle, renewals, 'sign-in': signIns, session: sessionChecks } as const;
const wanted = process.argv.slice(2);

ensureBuilt({ quiet: true });
const mails = await MailSink.open();
const product = await Product.prepare({ smtpUrl: mails.url });
const hashes = await Child.start<'ready'>('./bare-hashes.child.ts');
const bareRoute = await Child.start<number>('./bare-route.child.ts');
const client = new HttpClient(product.port);
try {
  await product.start();
  console.error(`settling a school of ${USERS} users …`);
  const people = (await settleSchool(product, client, mails, USERS)).people;
  const bench: Bench = { product, client, mails, hashes, bareRoute, people };
  const goals: Goal[] = [];
  for (const [name, part] of Object.entries(parts)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    console.error(`measuring ${name} …`);
    goals.push(...(await part(bench)));
  }
  console.log(reportOf(goals));
  console.log(`  resident memory after the load: ${(await product.residentMegabytes()).toFixed(0)} MB`);
  process.exitCode = allMet(goals) ? 0 : 1;
} finally {
  hashes.stop();
  bareRoute.stop();
  client.close();
  await product.remove();
  await mails.close();
}
