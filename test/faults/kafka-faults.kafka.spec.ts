import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type RecordedEvent, StoreUnavailable } from '#event-store';
import { ensureBuilt } from '../../tools/build.js';
import { describeOnKafka } from '../kafka/kafka-suite.js';
import { type Person, settleSchool, signIn } from '../product/people.js';
import { Changer } from './changer.js';
import { Cluster } from './cluster.js';
import { type Fault, longFaults, shortFaults } from './faults.js';
import { judge } from './judge.js';
import { Load } from './load.js';
import { mailedKeys } from './mailed-keys.js';
import { directoryOf, listOf } from './read-models.js';
import { rebuilt } from './rebuild.js';
import { seeded } from './seeded.js';

const number = (name: string, otherwise: number) => Number(process.env[name] ?? otherwise);

const SEED = number('FAULT_SEED', Date.now() % 1_000_000);
const ROUNDS = number('FAULT_ROUNDS', 22);
const spans = {
  stop: number('FAULT_STOP_MS', 2000),
  longStop: number('FAULT_LONG_STOP_MS', 20_000),
  noMail: number('FAULT_NO_MAIL_MS', 60_000),
};
const START = 300_000;
const LONG = START + ROUNDS * (30_000 + spans.stop);

const say = (line: string) => process.stderr.write(`FAULT_SEED=${SEED} ${line}\n`);

/** A store that has just come back may refuse once more. */
const patiently = async <Result>(look: () => Promise<Result>): Promise<Result> => {
  for (;;) {
    try {
      return await look();
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
      await pause(100);
    }
  }
};

/** Says what is waited for when that takes long: a run that ends for lack of time then tells where it was. */
const waitingFor = async <Result>(what: string, work: () => Promise<Result>): Promise<Result> => {
  const slow = setInterval(() => say(`   still waiting: ${what}`), 30_000);
  return work().finally(() => clearInterval(slow));
};

describeOnKafka(`faults on Kafka (FAULT_SEED=${SEED})`, () => {
  const random = seeded(SEED);
  const until = { at: Infinity };
  let cluster: Cluster;
  let manager: Person;
  let people: readonly Person[];
  let load: Load;

  beforeAll(async () => {
    ensureBuilt({ quiet: true });
    cluster = await Cluster.prepare();
    await cluster.start();
    ({ manager, people } = await settleSchool(cluster.services, cluster.clients[0]!, { next: keyMail }, 10));
    load = new Load(cluster.clients);
  }, START);

  afterAll(async () => {
    await load?.stop();
    await cluster?.remove();
  }, START);

  const keyMail = async (address: string) => {
    for (;;) {
      const mail = cluster.mails.delivered.find(({ to, key }) => to === address && key !== null);
      if (mail) return { text: mail.text, at: 0 };
      await pause(20);
    }
  };

  /** Resolves when what the log says and what was promised agree, and every read model with one made from nothing. */
  const holds = async (changers: ReadonlyMap<string, Changer>): Promise<readonly RecordedEvent[]> => {
    const { services, mails, working } = cluster;
    const { events } = await patiently(() => services.log(-1));
    expect(load.violations).toEqual([]);
    const keyChanges = new Map([...changers].map(([userId, { acknowledged }]) => [userId, acknowledged]));
    expect(
      judge(events, { emailChanges: load.emailChanges, keyChanges, delivered: mails.delivered }),
    ).toEqual([]);
    let anew: Awaited<ReturnType<typeof rebuilt>> = { list: [], directory: [] };
    for (let from = -2; ;) {
      // What was under way may be recorded while we look; only then is there something to make anew.
      const head = await patiently(() => services.head());
      if (head !== from) anew = await patiently(() => rebuilt(services.settings));
      from = head;
      const seen = working.flatMap((name) =>
        name.startsWith('users')
          ? [{ name, rows: listOf(services, name), anew: anew.list }]
          : name.startsWith('auth')
            ? [{ name, rows: directoryOf(services, name), anew: anew.directory }]
            : [],
      );
      const different = seen.filter((each) => JSON.stringify(each.rows) !== JSON.stringify(each.anew));
      if (different.length === 0) return events;
      if (performance.now() > until.at)
        for (const each of different)
          expect({ name: each.name, rows: each.rows }).toEqual({ name: each.name, rows: each.anew });
      await pause(100);
    }
  };

  it(
    `lose no acknowledged change, leave one key that opens, mail no key that is not recorded, end with what a rebuild makes: ${ROUNDS} rounds under load (TST-17, TST-18, TST-20, invariant 6)`,
    async () => {
      until.at = performance.now() + LONG - 30_000;
      const token = await signIn(cluster.clients[0]!, manager.identifier, manager.key);
      type Listed = { users: { userId: string; identifier: string }[] };
      const { users } = (
        await cluster.clients[0]!.expect(200, 'GET', '/api/v1/users?limit=100', { token })
      ).json<Listed>();
      const idOf = ({ identifier }: Person) => users.find((user) => user.identifier === identifier)!.userId;
      const changers = new Map(people.slice(0, 2).map((person) => [idOf(person), new Changer(person)]));
      const renewing = people.slice(4);

      load.signIn(people.slice(2, 4));
      load.changeKeys([...changers.values()]);
      load.renew(renewing);
      load.changeEmails(manager, people.slice(2, 4).map(idOf));

      const long = longFaults(cluster, random, spans);
      const short = shortFaults(cluster, random, spans);
      // The long ones begin early, so that they go on while others happen.
      const order: Fault[] = [];
      while (order.length < ROUNDS) order.push(...random.shuffled(short));
      order.splice(ROUNDS - long.length);
      long.forEach((fault) => order.splice(random.between(0, 6), 0, fault));

      const lasting: Promise<void>[] = [];
      for (const [round, fault] of order.entries()) {
        const begun = performance.now();
        const since = () => `${((performance.now() - begun) / 1000).toFixed(1)} s`;
        if (long.includes(fault)) lasting.push(fault.happens());
        else await waitingFor(fault.name, () => fault.happens());
        const happened = since();
        await waitingFor('recovery', () => cluster.recovered());
        const recovered = since();
        const goOn = await waitingFor('answers under way', () => load.hold());
        const events = await waitingFor('the log and the read models', () => holds(changers)).finally(goOn);
        say(
          `${round + 1}. ${fault.name}: over after ${happened}, all ready after ${recovered}, all held after ${since()}; ${events.length} events, ${JSON.stringify(load.counts)}, ${cluster.mails.delivered.length} mails`,
        );
        await pause(random.between(0, 500));
      }
      await Promise.all(lasting);
      await load.stop();
      await cluster.recovered();

      // Exactly one key opens: of those whose change was not answered, and of all there were before.
      for (const { person, candidates } of changers.values()) {
        const opened = await Promise.all(candidates.map((key) => load.attempt(person.identifier, key)));
        expect(opened.filter((answer) => typeof answer === 'string')).toHaveLength(1);
      }
      // What was heard is followed by a request for a key.
      for (const person of renewing) {
        const asked = load.renewed.get(person.email) ?? 0;
        while ((await requestsOf(idOf(person))) < asked) await pause(100);
      }
      // A mailed key that the log knows as good opens, once; then none that was mailed before or beside it does.
      const events = await holds(changers);
      for (const { identifier, email } of renewing) {
        const keys = mailedKeys(events, cluster.mails.delivered).filter(({ to }) => to === email);
        const good = keys.findLast(({ lives }) => lives);
        if (good === undefined) continue;
        expect(await load.attempt(identifier, good.key)).toEqual(expect.any(String));
        const answers = await Promise.all(keys.slice(-4).map(({ key }) => load.attempt(identifier, key)));
        expect(answers.filter((answer) => typeof answer === 'string')).toEqual([]);
      }
      await holds(changers);
      expect(load.counts.signIns).toBeGreaterThan(ROUNDS);
      expect(load.counts.changes).toBeGreaterThan(0);
      expect(load.counts.renewals).toBeGreaterThan(0);
      expect(load.counts.emailChanges).toBeGreaterThan(0);
    },
    LONG,
  );

  const requestsOf = async (userId: string): Promise<number> => {
    const { events } = await patiently(() => cluster.services.log(-1));
    return events.filter(
      ({ stream, type, data }) =>
        stream === `credential-${userId}` && type === 'KeyRenewalRequested' && data['reason'] === 'forgotten',
    ).length;
  };
});
