import type { StoredEvent } from '../event-store.js';

/** A row of the log: the event, and what retention asks of it. Milliseconds since 1970, revision of the stream's last event. */
export type LogRow = Readonly<{ event: StoredEvent; recordedAt: number; last: number }>;

const rowsWhere = (condition: string) => `
  SELECT s.name, e.revision, e.position, e.id, e.type, e.recorded_at, s.last, e.data, e.metadata
  FROM recorded e CROSS JOIN stream s ON s.id = e.stream WHERE ${condition} ORDER BY e.position LIMIT ?`;
const rows = rowsWhere('e.position > ?');

const inOne = `
  json_group_array(json_array(name, revision, position, id, type, recorded_at, last)),
  group_concat(coalesce(data, ''), char(30)), group_concat(coalesce(metadata, ''), char(30))`;

/** Stands between two contents. JSON text never holds it: in strings it is escaped. A content that is gone counts as one, so that none can hide in its neighbour. */
const BETWEEN = '\x1e';

/**
 * A page of the log after a position. `inOne`: the whole page in one row of three texts, places and contents; the driver takes
 * longer over the values of two rows than over the texts of a hundred. `rowByRow`: for a page that does not come apart again.
 */
export const logPage = {
  rowByRow: rows,
  inOne: `SELECT ${inOne} FROM (${rows})`,
  /** The same of streams whose names match one of so many patterns; of all for none. The position of its last event comes first. */
  inOneOf: (patterns: number) => {
    const matches = Array.from({ length: patterns }, () => 's.name GLOB ?').join(' OR ') || 'true';
    return `SELECT max(position), ${inOne} FROM (${rowsWhere(`e.position > ? AND (${matches})`)})`;
  },
} as const;

type Place = [string, number, number, string, string, number, number];
/** The contents are null where there is none. */
export type PageInOne = readonly [places: string, data: string | null, metadata: string | null];
export type PageRow = readonly [...Place, string, string];

/** A row of `rowByRow`, of which the driver gives the bare values. */
export const rowOf = (row: PageRow): LogRow => {
  const [stream, revision, position, id, type, recordedAt, last, data, metadata] = row;
  return { event: { stream, revision, position, id, type, data, metadata }, recordedAt, last };
};

/** The rows of such a page; undefined where a content is missing or is no JSON text, as somebody who alters the file may leave it. */
export const takenApart = ([places, data, metadata]: PageInOne): readonly LogRow[] | undefined => {
  const there = JSON.parse(places) as Place[];
  const [datas, metadatas] = [data?.split(BETWEEN) ?? [], metadata?.split(BETWEEN) ?? []];
  if (datas.length !== there.length || metadatas.length !== there.length) return undefined;
  return there.map((place, index) => rowOf([...place, datas[index]!, metadatas[index]!]));
};
