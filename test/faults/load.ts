import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Answer, Call, HttpClient } from '../product/http-client.js';
import type { Person } from '../product/people.js';

/** What the load found that must never be. */
export type Violations = string[];

/** One whose key changes under the load. */
export type Changer = { person: Person; key: string; underWay: string | undefined; acknowledged: number };

/** Answers that say "not now": nothing is known, and nothing may be wrong. */
const passing = (answer: Answer | undefined) =>
  answer === undefined || answer.status === 503 || answer.status === 429;

const newKey = () => randomBytes(18).toString('base64url');

/** Steady work on two gateways while faults happen around it. */
export class Load {
  readonly counts = { signIns: 0, changes: 0, renewals: 0, emailChanges: 0, notNow: 0 };
  readonly violations: Violations = [];
  /** Positions of changes of an address that were acknowledged. */
  readonly emailChanges: { userId: string; position: number }[] = [];
  private running = true;
  private turn = 0;
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

  changeKeys(changers: readonly Changer[]): void {
    this.work(300, async (count) => {
      const changer = changers[count % changers.length]!;
      if (changer.underWay !== undefined && !(await this.settle(changer))) return;
      const token = await this.token(changer.person.identifier, changer.key);
      if (token === undefined) return;
      changer.underWay = newKey();
      const body = { currentKey: changer.key, newKey: changer.underWay };
      const answer = await this.call('PUT', '/api/v1/key', { token, body });
      if (answer?.status !== 204) return;
      Object.assign(changer, { key: changer.underWay, underWay: undefined });
      changer.acknowledged += 1;
      this.counts.changes += 1;
    });
  }

  renew(people: readonly Person[]): void {
    this.work(2500, async (count) => {
      const { identifier, email } = people[count % people.length]!;
      const answer = await this.call('POST', '/api/v1/key-renewals', { body: { identifier, email } });
      if (answer?.status === 202) this.counts.renewals += 1;
    });
  }

  changeEmails(manager: Person, userIds: readonly string[]): void {
    this.work(2000, async (count) => {
      const token = await this.token(manager.identifier, manager.key);
      if (token === undefined) return;
      const userId = userIds[count % userIds.length]!;
      const body = { email: `nouveau.${count}@ecole.example`, currentKey: manager.key };
      const answer = await this.call('PUT', `/api/v1/users/${userId}/reference-email`, { token, body });
      if (answer?.status !== 202) return;
      this.counts.emailChanges += 1;
      this.emailChanges.push({ userId, position: answer.json<{ position: number }>().position });
    });
  }

  async stop(): Promise<void> {
    this.running = false;
    await Promise.all(this.working);
  }

  /** Finds out which of two keys is the one, after a change whose answer was lost. False when that is not known yet. */
  async settle(changer: Changer): Promise<boolean> {
    const { person, key, underWay } = changer;
    if (underWay === undefined) return true;
    const tookEffect = await this.opens(person.identifier, underWay);
    if (tookEffect === undefined) return false;
    const former = await this.opens(person.identifier, key);
    if (former === undefined) return false;
    if (former === tookEffect) {
      this.violations.push(`${former ? 'both keys' : 'neither key'} of ${person.identifier} opened`);
    }
    Object.assign(changer, { key: tookEffect ? underWay : key, underWay: undefined });
    return true;
  }

  private async opens(identifier: string, key: string): Promise<boolean | undefined> {
    const answer = await this.call('POST', '/api/v1/sessions', { body: { identifier, key } });
    return passing(answer) ? undefined : answer?.status === 201;
  }

  private async token(identifier: string, key: string): Promise<string | undefined> {
    const answer = await this.call('POST', '/api/v1/sessions', { body: { identifier, key } });
    if (answer?.status === 201) return answer.json<{ token: string }>().token;
    if (!passing(answer)) this.violations.push(`the key of ${identifier} was answered ${answer?.status}`);
    return undefined;
  }

  private async call(method: string, path: string, call: Call): Promise<Answer | undefined> {
    const client = this.clients[(this.turn += 1) % this.clients.length]!;
    const answer = await client.call(method, path, call).catch(() => undefined);
    if (passing(answer)) this.counts.notNow += 1;
    return answer;
  }

  private work(everyMs: number, task: (count: number) => Promise<void>): void {
    this.working.push(
      (async () => {
        for (let count = 0; this.running; count += 1) {
          await task(count);
          await pause(everyMs);
        }
      })(),
    );
  }
}
