import type { Named } from '../../event-store.js';
import { type ContentTable, namedIn } from '../schema.js';
import type { HeldIndex, HeldTable } from './held-table.js';
import { count, entryLines, line, numberOf, numeral, rowLines, textOf } from './line.js';

const lineOf = (key: string) => line(key, numeral('position'));

/**
 * By whom the content of an event names: what is text, for nobody asks for anything else. Entries too many mislead nobody: what is found is
 * shown as the log has it, and only to those it names.
 */
const byNamed = (table: ContentTable, named: Named): HeldIndex => {
  const key = namedIn(named);
  const index = `INDEXED BY ${table}_by_${named}`;
  const entries = `${table} ${index} WHERE ${key} > ''`;
  const some = (where: string, order: string) => `
    SELECT * FROM (SELECT CASE typeof(${key}) WHEN 'text' THEN ${lineOf(key)} END AS line
      FROM ${table} ${index} WHERE ${where} ORDER BY ${order} LIMIT ?3)`;
  return {
    count: count(entries),
    // What is left of the same key, and then the keys after it.
    entries: entryLines(`
      ${some(`${key} = ${textOf('?1')} AND position > ${numberOf('?2')}`, 'position')} UNION ALL
      ${some(`${key} > ${textOf('?1')}`, `${key}, position`)} LIMIT ?3`),
    before: ['', '0'],
    unique: 2,
    missed: `
      SELECT position FROM ${table} AS row NOT INDEXED WHERE ${namedIn(named, 'row.data')} > '' AND NOT EXISTS (
        SELECT 1 FROM ${table} AS entry ${index}
        WHERE ${namedIn(named, 'entry.data')} = ${namedIn(named, 'row.data')} AND entry.position = row.position)
      LIMIT 100`,
  };
};

const BOTH: readonly Named[] = ['userId', 'schoolId'];

/** What events say, by whom it names. */
export const contents = (table: ContentTable): HeldTable => {
  const keys = BOTH.map((named) => `${namedIn(named)} AS ${named}`);
  const lines = BOTH.map((named) => `CASE WHEN ${named} > '' THEN ${lineOf(named)} END AS by_${named}`);
  return {
    count: count(`${table} NOT INDEXED`),
    // Those within are asked once for what the content names.
    rows: rowLines(
      `SELECT ${lines.join()}, position AS at FROM (
        SELECT ${keys.join()}, position FROM ${table} NOT INDEXED WHERE position > ?1 ORDER BY position LIMIT ?2)`,
      BOTH.map((named) => `by_${named}`),
    ),
    indexes: BOTH.map((named) => byNamed(table, named)),
  };
};
