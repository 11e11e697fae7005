import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import Database from 'libsql';
import { newEvent } from '../testing/new-event.js';
import { scratchFolder } from '../testing/scratch-folder.js';
import { SqliteEventStore } from './sqlite-event-store.js';

const folder = scratchFolder();
let files = 0;
const stores: SqliteEventStore[] = [];
afterEach(() => Promise.all(stores.splice(0).map((store) => store.close())));
afterAll(folder.remove);

/** A store of three events, of which somebody with access to the file has altered the second. */
const altered = async (statement: string) => {
  const file = folder.file(`${(files += 1)}.db`);
  const store = SqliteEventStore.open({ file });
  stores.push(store);
  for (const stream of ['a', 'b', 'c']) await store.append(stream, [newEvent({ data: { stream } })], 'none');
  const sql = new Database(file);
  sql.exec(statement);
  sql.close();
  return store;
};

describe('an event that somebody altered in the file', () => {
  it.each([
    ['holds what stands between the contents of a page', `'{"x":1}' || char(30) || '{}'`],
    ['holds half of that', `char(30)`],
    ['is empty', `''`],
  ])('leaves its neighbours what they are when it %s', async (_, content) => {
    const store = await altered(`UPDATE lasting SET data = ${content} WHERE position = 2`);
    const read = await store.readStored(-1, 10);
    expect(read.map(({ stream }) => stream)).toEqual(['a', 'b', 'c']);
    expect(read[0]?.data).toBe('{"stream":"a"}');
    expect(read[2]?.data).toBe('{"stream":"c"}');
  });

  it('is not taken for two when its neighbour was put into it and removed (EVT-12)', async () => {
    const store = await altered(`
      UPDATE lasting SET data = data || char(30) || '{"stream":"b"}',
        metadata = metadata || char(30) || (SELECT metadata FROM lasting WHERE position = 2) WHERE position = 1;
      DELETE FROM lasting WHERE position = 2`);
    const [first, second] = await store.readStored(-1, 10);
    expect(first?.data).toBe('{"stream":"a"}\x1e{"stream":"b"}');
    expect(second?.data).not.toBe('{"stream":"b"}');
  });
});
