import { afterAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { EventStore, ExpectedRevision, NewEvent, ReadOptions } from '../event-store.js';
import { InMemoryEventStore } from '../in-memory/in-memory-event-store.js';
import type { RetentionPolicy } from '../retention.js';
import { scratchFolder } from '../testing/scratch-folder.js';
import { SqliteEventStore } from './sqlite-event-store.js';

type Operation = (store: EventStore) => Promise<unknown>;
type Step = Readonly<{ pass: number } | { operations: readonly Operation[] }>;

const retention: RetentionPolicy = (stream) => ({ age: { maxAge: 10 }, count: { maxCount: 2 } })[stream];

const stream = fc.constantFrom('a', 'b', 'age', 'count');
const expected = fc.oneof(fc.constantFrom<ExpectedRevision>('none', 'any'), fc.integer({ min: -1, max: 8 }));
const content = fc.dictionary(
  fc.string({ unit: 'grapheme' }),
  fc.jsonValue() as fc.Arbitrary<NewEvent['data'][string]>,
);
// Few ids, so that repetitions and overlaps are common.
const id = fc.integer({ min: 0, max: 12 }).map(String);
const event = fc.record({ id, type: fc.constantFrom('X', 'Y'), data: content, metadata: fc.constant({}) });
const events = fc.uniqueArray(event, { maxLength: 4, selector: (each) => each.id });
const limit = fc.integer({ min: 0, max: 6 });

const write: fc.Arbitrary<Operation> = fc.oneof(
  {
    weight: 9,
    arbitrary: fc.tuple(stream, events, expected).map(
      (args): Operation =>
        (store) =>
          store.append(...args),
    ),
  },
  {
    weight: 1,
    arbitrary: stream.map(
      (name): Operation =>
        (store) =>
          store.delete(name),
    ),
  },
);
const part = fc.record(
  { from: fc.integer({ min: 0, max: 8 }), limit, direction: fc.constantFrom('forwards', 'backwards') },
  { requiredKeys: [] },
) as fc.Arbitrary<ReadOptions>;
const read = fc.tuple(stream, part).map(
  (args): Operation =>
    (store) =>
      store.read(...args),
);
// Writes run at the same time, reads alone: what a read sees of an append still under way is nobody's promise.
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.array(write, { minLength: 1, maxLength: 5 }).map((operations) => ({ operations })),
  },
  { weight: 3, arbitrary: read.map((one) => ({ operations: [one] })) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 12 }).map((pass) => ({ pass })) },
);

/** Positions differ between adapters by right; their order does not. */
function ranked(outcome: unknown, positions: readonly number[]): unknown {
  return JSON.parse(
    JSON.stringify(outcome, (key, value: unknown) =>
      key === 'position' ? positions.indexOf(value as number) : value,
    ),
  );
}

async function trace(store: EventStore, steps: readonly Step[], clock: { now: number }): Promise<unknown> {
  const outcomes: unknown[] = [];
  const positions = new Set<number>([-1]);
  clock.now = 0;
  for (const each of steps) {
    if ('pass' in each) {
      clock.now += each.pass * 1000;
      continue;
    }
    const results = await Promise.allSettled(each.operations.map((run) => run(store)));
    const all = await store.readAll(-1, 1000);
    outcomes.push(
      results.map((result) =>
        result.status === 'rejected' ? { name: (result.reason as Error).name, ...result.reason } : result,
      ),
      all,
    );
    for (const { position } of all) positions.add(position);
    for (const result of results) {
      const { position } = (result.status === 'fulfilled' && result.value ? result.value : {}) as {
        position?: number;
      };
      if (position !== undefined) positions.add(position);
    }
  }
  return ranked(
    outcomes,
    [...positions].sort((one, other) => one - other),
  );
}

describe('SqliteEventStore beside InMemoryEventStore', () => {
  const folder = scratchFolder();
  afterAll(folder.remove);

  it('answers any sequence of concurrent operations the same', async () => {
    let files = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const clock = { now: 0 };
        const options = { clock: () => clock.now, retention };
        const sqlite = SqliteEventStore.open({ file: folder.file(`${(files += 1)}.db`), ...options });
        const inMemory = new InMemoryEventStore(options);
        try {
          expect(await trace(sqlite, steps, clock)).toEqual(await trace(inMemory, steps, clock));
        } finally {
          await Promise.all([sqlite.close(), inMemory.close()]);
        }
      }),
      { numRuns: 60 },
    );
  });
});
