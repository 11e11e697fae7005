import { beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { AggregateStore } from '#aggregate-store';
import { InMemoryEventStore } from '#event-store';
import { DataKeys } from '#vault';
import { attempts } from './attempts.js';
import { BucketBatches } from './bucket.batches.js';
import { guessing, type Limits } from './limits.js';
import { reserveAttempt } from './reserve-attempt.js';

const at = '2026-11-22T08:00:00.000Z';
const generous: Limits = { windows: [{ limit: 1000, seconds: 60 }], slot: 0 };

describe('changes to one bucket', () => {
  let store: InMemoryEventStore;
  const open = () => {
    const aggregates = new AggregateStore(store, new DataKeys(store, [Buffer.alloc(32, 1)]));
    return { aggregates, batches: new BucketBatches(aggregates) };
  };
  beforeEach(() => void (store = new InMemoryEventStore()));

  const reserve = (batches: BucketBatches, limits: Limits) => {
    const attemptId = randomUUID();
    return batches.change('bucket', { commandId: attemptId, at }, (standing) =>
      reserveAttempt(standing, { attemptId, at, limits }),
    );
  };

  it('are decided one by one though they are recorded together (LOG-06)', async () => {
    const { batches } = open();
    const outcomes = await Promise.all(Array.from({ length: 50 }, () => reserve(batches, guessing)));
    expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(5);
    expect(await store.read('attempts-bucket')).toHaveLength(5);
  });

  it('lose nothing to another process that changes the same bucket', async () => {
    const [one, two] = [open(), open()];
    const outcomes = await Promise.all(
      Array.from({ length: 200 }, (_, i) => reserve((i % 2 ? one : two).batches, generous)),
    );
    expect(outcomes.every((outcome) => outcome === 'done')).toBe(true);
    expect((await one.aggregates.load(attempts, 'bucket')).state).toMatchObject({ consecutive: 200 });
  });

  it('fail together when the store does, and go on when it is back', async () => {
    const { batches } = open();
    const append = store.append.bind(store);
    store.append = () => Promise.reject(new Error('no store'));
    const failed = await Promise.allSettled([reserve(batches, guessing), reserve(batches, guessing)]);
    expect(failed.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    store.append = append;
    expect(await reserve(batches, guessing)).toBe('done');
  });
});
