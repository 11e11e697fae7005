import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { AggregateStore } from '#aggregate-store';
import { InMemoryEventStore } from '#event-store';
import { DataKeys } from '#vault';
import { later } from '../instant.js';
import { AttemptsGate } from './attempts.gate.js';
import { BucketBatches } from './bucket.batches.js';
import type { Bucket } from './buckets.adapter.js';
import { fromOneNetwork, guessing } from './limits.js';
import { AttemptsUnderWay } from './under-way.adapter.js';

const START = '2026-11-22T08:00:00.000Z';
const network: Bucket = { id: 'network', limits: fromOneNetwork(10), shared: true };
const account = (id: string): Bucket => ({ id, limits: guessing, shared: false });

describe('reserving in a bucket that many share', () => {
  let store: InMemoryEventStore;
  let gate: AttemptsGate;
  beforeEach(() => {
    store = new InMemoryEventStore();
    const aggregates = new AggregateStore(store, new DataKeys(store, [Buffer.alloc(32, 1)]));
    gate = new AttemptsGate(aggregates, new BucketBatches(aggregates), new AttemptsUnderWay());
  });
  const reserve = (who: string, at = START) =>
    gate.reserve([account(who), network], { commandId: randomUUID(), at });
  const admitted = async (who: string, at?: string) => {
    const admission = await reserve(who, at);
    if (!admission.admitted) throw new Error('not admitted');
    return admission.attempt;
  };
  const recorded = async () => (await store.read('attempts-network')).length;

  it('counts what is under way: of 50 parallel guesses ten pass (LOG-05, LOG-06)', async () => {
    const admissions = await Promise.all(Array.from({ length: 50 }, (_, index) => reserve(`a${index}`)));
    expect(admissions.filter((one) => one.admitted)).toHaveLength(10);
    const refused = admissions.find((one) => !one.admitted);
    expect(refused).toMatchObject({ by: { id: 'network' }, retryAfter: 660 });
  });

  it('says how many failures in a row the account had before (LOG-09)', async () => {
    for (let failures = 0; failures < 5; failures += 1) {
      const admission = await reserve('zoe');
      if (!admission.admitted) throw new Error('not admitted');
      expect(admission.failuresBefore).toBe(failures);
      await admission.attempt.fail();
    }
    expect(await reserve('max')).toMatchObject({ admitted: true, failuresBefore: 0 });
  });

  it('records nothing of an attempt that succeeds or is withdrawn, and counts it no more', async () => {
    for (let round = 0; round < 20; round += 1) await (await admitted(`a${round}`)).succeed();
    for (let round = 0; round < 20; round += 1) await (await admitted(`b${round}`)).withdraw();
    expect(await recorded()).toBe(0);
  });

  it('records each failure once, and refuses when there are too many (LOG-05)', async () => {
    for (let round = 0; round < 10; round += 1) await (await admitted(`a${round}`)).fail();
    expect(await recorded()).toBe(10);
    expect(await reserve('z')).toMatchObject({ admitted: false, by: network });
    expect(await recorded()).toBe(10);
  });

  it('leaves nothing recorded with the account that a crowd keeps out', async () => {
    for (let round = 0; round < 10; round += 1) await admitted(`a${round}`);
    await reserve('z');
    expect(await store.read('attempts-z')).toEqual([]);
  });

  it('lets go of the crowd when the account refuses', async () => {
    for (let round = 0; round < 60; round += 1) {
      const admission = await reserve('a');
      if (admission.admitted) await admission.attempt.withdraw();
    }
    for (let round = 0; round < 5; round += 1) await (await admitted('a')).fail();
    for (let round = 0; round < 30; round += 1) {
      expect(await reserve('a')).toMatchObject({ admitted: false, by: { id: 'a' } });
    }
    expect(await reserve('b')).toMatchObject({ admitted: true });
  });

  it('forgets after a minute an attempt whose end nobody told', async () => {
    for (let round = 0; round < 10; round += 1) await admitted(`a${round}`);
    expect(await reserve('z', later(START, 59))).toMatchObject({ admitted: false });
    expect(await reserve('z', later(START, 60))).toMatchObject({ admitted: true });
  });
});
