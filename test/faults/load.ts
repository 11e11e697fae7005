import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Answer, Call, HttpClient } from '../product/http-client.js';
import type { Person } from '../product/people.js';
import { Changer } from './changer.js';

/** What was acknowledged and must be found again, and how often nothing was. */
type Counts = { signIns: number; changes: number; renewals: number; emailChanges: number; notNow: number };

/** Answers that say "not now": nothing is known, and nothing may be wrong. */
const passing = (answer: Answer | undefined) =>
  answer === undefined || answer.status === 503 || answer.status === 429;

/** A person is heard three times an hour, and once a minute (FRG-08): asked for so, none is left unheard. */
const RENEWALS_EACH = 3;
const RENEWALS_APART_MS = 65_000;

/** Steady work on two gateways while faults happen around it. */
export class Load {
  readonly counts: Counts = { signIns: 0, changes: 0, renewals: 0, emailChanges: 0, notNow: 0 };
  /** What must never be. */
  readonly violations: string[] = [];
  /** Changes of an address that were acknowledged, and where they stand. */
  readonly emailChanges: { userId: string; position: number }[] = [];
  /** Renewals that were acknowledged, by address. */
  readonly renewed = new Map<string, number>();
  private running = true;
  private turn = 0;
  private held: Promise<void> = Promise.resolve();
  private under = new Set<Promise<void>>();
  private readonly working: Promise<void>[] = [];

  constructor(private readonly clients: readonly HttpClient[]) {}

  signIn(people: readonly Person[]): void {
    this.work(200, async (count) => {
      const { identifier, key } = people[count % people.length]!;
      const answer = await this.call('POST', '/api/v1/sessions', { body: { identifier, key } });
      if (passing(answer)) return;
      if (answer?.status === 201) this.counts.signIns += 1;
      else this.violations.push(`the right key of ${identifier} was answered ${answer?.status}`);
    });
  }

  /** Changes keys, and looks each time whether the former one still opens. */
  changeKeys(changers: readonly Changer[]): void {
    this.work(300, async (count) => {
      const changer = changers[count % changers.length]!;
      const token = await changer.token((key) => this.attempt(changer.person.identifier, key));
      if (typeof token !== 'string') {
        if (token === 'no key') this.violations.push(`no key of ${changer.person.identifier} opens`);
        return;
      }
      const newKey = randomBytes(18).toString('base64url');
      const former = changer.key;
      const body = { currentKey: former, newKey };
      changer.begins(newKey);
      const answer = await this.call('PUT', '/api/v1/key', { token, body });
      if (answer?.status !== 204) return;
      changer.changed(newKey);
      this.counts.changes += 1;
      const opened = await this.attempt(changer.person.identifier, former);
      if (typeof opened === 'string')
        this.violations.push(`the former key of ${changer.person.identifier} opened`);
    });
  }

  renew(people: readonly Person[]): void {
    const asked = new Map(people.map(({ email }) => [email, { times: 0, at: -Infinity }]));
    this.work(1000, async () => {
      const next = people.find(({ email }) => {
        const { times, at } = asked.get(email)!;
        return times < RENEWALS_EACH && performance.now() - at > RENEWALS_APART_MS;
      });
      if (next === undefined) return;
      const { identifier, email } = next;
      asked.set(email, { times: asked.get(email)!.times + 1, at: performance.now() });
      const answer = await this.call('POST', '/api/v1/key-renewals', { body: { identifier, email } });
      if (answer?.status !== 202) return;
      this.counts.renewals += 1;
      this.renewed.set(email, (this.renewed.get(email) ?? 0) + 1);
    });
  }

  changeEmails(manager: Person, userIds: readonly string[]): void {
    this.work(2000, async (count) => {
      const token = await this.attempt(manager.identifier, manager.key);
      if (token === null) this.violations.push('the key of the manager did not open');
      if (typeof token !== 'string') return;
      const userId = userIds[count % userIds.length]!;
      const body = { email: `nouveau.${count}@ecole.example`, currentKey: manager.key };
      const answer = await this.call('PUT', `/api/v1/users/${userId}/reference-email`, { token, body });
      if (answer?.status !== 202) return;
      this.counts.emailChanges += 1;
      this.emailChanges.push({ userId, position: answer.json<{ position: number }>().position });
    });
  }

  /** A token; null where the key is wrong, undefined where nobody can tell now. */
  async attempt(identifier: string, key: string): Promise<string | null | undefined> {
    const answer = await this.call('POST', '/api/v1/sessions', { body: { identifier, key } });
    if (answer?.status === 201) return answer.json<{ token: string }>().token;
    return answer?.status === 401 ? null : undefined;
  }

  /** Resolves when nothing that was asked is under way; nothing is asked before what it answers is called. */
  async hold(): Promise<() => void> {
    let goOn: () => void = () => undefined;
    this.held = new Promise((resolve) => (goOn = resolve));
    await Promise.all(this.under);
    return goOn;
  }

  async stop(): Promise<void> {
    this.running = false;
    await Promise.all(this.working);
  }

  private async call(method: string, path: string, call: Call): Promise<Answer | undefined> {
    const client = this.clients[(this.turn += 1) % this.clients.length]!;
    const answer = await client.call(method, path, call).catch(() => undefined);
    if (passing(answer)) this.counts.notNow += 1;
    return answer;
  }

  private work(everyMs: number, task: (count: number) => Promise<void>): void {
    const rounds = async () => {
      for (let count = 0; this.running; count += 1) {
        await this.held;
        const under = task(count);
        this.under.add(under);
        await under.finally(() => this.under.delete(under));
        await pause(everyMs);
      }
    };
    this.working.push(rounds());
  }
}
