import { afterAll, describe, expect, it } from '@jest/globals';
import Database from 'libsql';
import { newEvent } from '../testing/new-event.js';
import { scratchFolder } from '../testing/scratch-folder.js';
import { selectLastNaming, selectNaming } from './select-naming.js';
import { SqliteEventStore } from './sqlite-event-store.js';

const folder = scratchFolder();

describe('a store of an earlier version', () => {
  afterAll(folder.remove);

  it('gets its indexes when it is opened, and keeps what it holds', async () => {
    const file = folder.file('earlier.db');
    const before = SqliteEventStore.open({ file });
    await before.append('session-1', [newEvent({ data: { userId: 'anne' } })], 'none');
    await before.append('session-2', [newEvent({ data: { userId: 'zoé' } })], 'none');
    await before.close();
    const sql = new Database(file);
    const indexes = () =>
      sql.prepare(`SELECT name FROM sqlite_master WHERE name LIKE '%\\_by\\_%' ESCAPE '\\'`).all();
    const made = indexes();
    expect(made).toHaveLength(4);
    for (const { name } of made as { name: string }[]) sql.exec(`DROP INDEX ${name}`);
    sql.exec('PRAGMA user_version = 1');

    const after = SqliteEventStore.open({ file });
    expect(indexes()).toEqual(made);
    const found = await after.readNaming('userId', 'zoé', { after: -1, upTo: 10 });
    expect(found.map(({ stream }) => stream)).toEqual(['session-2']);
    await after.close();
    sql.close();
  });

  it.each(['userId', 'schoolId'] as const)(
    'is asked for what names a %s by an index alone',
    async (named) => {
      const file = folder.file(`${named}.db`);
      const store = SqliteEventStore.open({ file });
      await store.append('a', [newEvent({ data: { [named]: 'x' } })], 'none');
      const sql = new Database(file);
      const stepsOf = (statement: string, ...values: readonly unknown[]): string => {
        const plan = sql.prepare(`EXPLAIN QUERY PLAN ${statement}`).all(...values) as { detail: string }[];
        return plan.map(({ detail }) => detail).join('\n');
      };
      const steps = stepsOf(selectNaming(named), 'x', 1, 2, 'x', 1, 2);
      expect(steps).toContain(`passing_by_${named}`);
      expect(steps).toContain(`lasting_by_${named}`);
      expect(steps).not.toMatch(/SCAN (lasting|passing|event|e|s)\b/);
      for (const table of ['lasting', 'passing'] as const) {
        const last = stepsOf(selectLastNaming(named, table), '[["x",2]]', '["Seen"]');
        expect(last).toContain(`${table}_by_${named}`);
        expect(last).not.toMatch(/SCAN [ce]\b|TEMP B-TREE/);
      }
      sql.close();
      await store.close();
    },
  );
});
