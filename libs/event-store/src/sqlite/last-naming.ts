import type { Named, Sought } from '../event-store.js';
import type { Json } from '../json.js';
import type { RetentionPolicy } from '../retention.js';
import type { Connection } from './connection.js';
import { logPage, type LogRow, type PageInOne, type PageRow, rowOf, takenApart } from './log-page.js';
import { selectLastNaming } from './select-naming.js';

type Kept = Readonly<{ retention: RetentionPolicy; isKept(row: LogRow): boolean }>;

/** Finds the last events that name somebody by the indexes of the schema, many at once: the driver takes longer over a row than the index does. */
export class LastNaming {
  readonly #places;
  readonly #inOne;
  readonly #rowByRow;

  constructor(connection: Connection) {
    const ofBoth = (named: Named) => ({
      lasting: connection.prepare(selectLastNaming(named, 'lasting')).raw(),
      passing: connection.prepare(selectLastNaming(named, 'passing')).raw(),
    });
    this.#places = { userId: ofBoth('userId'), schoolId: ofBoth('schoolId') };
    this.#inOne = connection.prepare(logPage.inOneAt).raw();
    this.#rowByRow = connection.prepare(logPage.rowByRowAt).raw();
  }

  /** Where the last event is not what is sought, the one before it is looked at, and so on. */
  find<Found>(
    named: Named,
    ids: readonly string[],
    { category, types, find, retention, isKept }: Sought<Found> & Kept,
  ): readonly (Found | undefined)[] {
    const beginning = `${category}-`;
    const statement = this.#places[named][retention(beginning) ? 'passing' : 'lasting'];
    const found: (Found | undefined)[] = ids.map(() => undefined);
    const isSought = ({ event }: LogRow, id: string): boolean =>
      event.stream.startsWith(beginning) && (JSON.parse(event.data) as Json)[named] === id;
    let asked = ids.map((id, place) => ({ id, place, before: Number.MAX_SAFE_INTEGER }));
    while (asked.length > 0) {
      const pairs = JSON.stringify(asked.map(({ id, before }) => [id, before]));
      const [[positions]] = statement.all(pairs, JSON.stringify(types)) as unknown as [[string]];
      const rows = this.#at(positions);
      asked = (JSON.parse(positions) as number[]).flatMap((before, index) => {
        if (before < 0) return [];
        const { id, place } = asked[index]!;
        const row = rows.get(before);
        if (row && isKept(row) && isSought(row, id)) found[place] = find(row.event);
        return found[place] === undefined ? [{ id, place, before }] : [];
      });
    }
    return found;
  }

  #at(positions: string): ReadonlyMap<number, LogRow> {
    const [inOne] = this.#inOne.all(positions) as unknown as [PageInOne];
    const rows = takenApart(inOne) ?? (this.#rowByRow.all(positions) as unknown as PageRow[]).map(rowOf);
    return new Map(rows.map((row) => [row.event.position, row]));
  }
}
