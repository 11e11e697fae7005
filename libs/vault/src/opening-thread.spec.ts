import { afterAll, describe, expect, it } from '@jest/globals';
import { InMemoryEventStore } from '#event-store';
import { DataKeys, OpeningThread } from '#vault';

const MASTER = Buffer.alloc(32, 3);
const thread = new OpeningThread([MASTER]);

/** Data keys that know what the log holds, and open by the thread. */
const metBy = async (store: InMemoryEventStore): Promise<DataKeys> => {
  const keys = new DataKeys(store, [MASTER], thread);
  for (const event of await store.readAll(-1, 100)) keys.meet(event);
  return keys;
};

describe('OpeningThread', () => {
  afterAll(() => thread.end());

  it('opens what was encrypted, many at a time, in the same context only (EVT-04)', async () => {
    const store = new InMemoryEventStore();
    const writer = new DataKeys(store, [MASTER]);
    const said = Array.from({ length: 30 }, (_, index) => `Zoé Müller ${index} 🗝`);
    const sealed = await Promise.all(said.map((text, index) => writer.encrypt(`s-${index % 3}`, text, 'c')));
    const keys = await metBy(store);
    const opened = sealed.map((envelope, index) => keys.decrypt(`s-${index % 3}`, envelope, 'c'));
    const elsewhere = keys.decrypt('s-0', sealed[0]!, 'another');
    const other = keys.decrypt('s-1', sealed[0]!, 'c');
    await expect(elsewhere).rejects.toThrow('altered');
    await expect(other).rejects.toThrow('altered');
    expect(await Promise.all(opened)).toEqual(said);
  });

  it('gives what was asked for in its order, whether a key was met, must be looked up or is gone', async () => {
    const store = new InMemoryEventStore();
    const writer = new DataKeys(store, [MASTER]);
    const met = await writer.encrypt('met', 'name', 'a');
    const gone = await writer.encrypt('gone', 'name', 'a');
    const keys = await metBy(store);
    await keys.destroy('gone');
    const later = await writer.encrypt('later', 'name of another', 'a');
    const again = await writer.encrypt('met', 'address', 'b');
    const asked = [
      ['later', [[later, 'a']]],
      ['met', [[met, 'a']]],
      ['gone', [[gone, 'a']]],
      [
        'met',
        [
          [again, 'b'],
          [met, 'a'],
        ],
      ],
    ] as const;
    expect(await keys.decryptEach(asked)).toEqual([['name of another'], ['name'], null, ['address', 'name']]);
  });

  it('opens no more what lies under a key that was destroyed (invariant 10)', async () => {
    const store = new InMemoryEventStore();
    const envelope = await new DataKeys(store, [MASTER]).encrypt('s', 'name', 'a');
    const keys = await metBy(store);
    expect(await keys.decrypt('s', envelope, 'a')).toBe('name');
    await keys.destroy('s');
    expect(await keys.decrypt('s', envelope, 'a')).toBeNull();
  });
});
