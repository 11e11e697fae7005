import type { StoredEvent } from '../event-store.js';
import { textOf } from './text-of.js';

/** A row of the log: the event, and what retention asks of it. Milliseconds since 1970, revision of the stream's last event. */
export type LogRow = Readonly<{ event: StoredEvent; recordedAt: number; last: number }>;

/** Of a row that was joined from a recorded event `e` and its stream `s`: texts as bytes, see `textOf`. */
export const columns = `
  CAST(s.name AS BLOB) AS name, e.revision, e.position, CAST(e.id AS BLOB) AS id, CAST(e.type AS BLOB) AS type,
  e.recorded_at, s.last, CAST(e.data AS BLOB) AS data, CAST(e.metadata AS BLOB) AS metadata`;

const plain = 's.name, e.revision, e.position, e.id, e.type, e.recorded_at, s.last, e.data, e.metadata';

const rows = (asked: string) => `SELECT ${asked} FROM recorded e CROSS JOIN stream s ON s.id = e.stream`;
const rowsWhere = (condition: string, asked = plain) => `
  ${rows(asked)} WHERE ${condition} ORDER BY e.position LIMIT ?`;
const AFTER = 'e.position > ?';
const AT = 'e.position IN (SELECT value FROM json_each(?))';

const inOne = `
  CAST(json_group_array(json_array(name, revision, position, id, type, recorded_at, last)) AS BLOB),
  CAST(group_concat(coalesce(data, ''), char(30)) AS BLOB),
  CAST(group_concat(coalesce(metadata, ''), char(30)) AS BLOB)`;

/** Stands between two contents. JSON text never holds it: in strings it is escaped. A content that is gone counts as one, so that none can hide in its neighbour. */
const BETWEEN = '\x1e';

/**
 * A page of the log after a position. `inOne`: the whole page in one row of three texts, places and contents; the driver takes
 * longer over the values of two rows than over the texts of a hundred. `rowByRow`: for a page that does not come apart again.
 */
export const logPage = {
  rowByRow: rowsWhere(AFTER, columns),
  inOne: `SELECT ${inOne} FROM (${rowsWhere(AFTER)})`,
  /** The rows at some positions, given as JSON, in one and each by itself. */
  inOneAt: `SELECT ${inOne} FROM (${rows(plain)} WHERE ${AT})`,
  rowByRowAt: `${rows(columns)} WHERE ${AT}`,
  /**
   * The same of events whose type is none of so many, of streams whose names lie in one of so many ranges, each given by its two ends; of
   * all for none. The position of its last event comes first.
   */
  inOneOf: (ranges: number, types: number) => {
    const others = Array.from({ length: types }, () => '?').join();
    const matches = Array.from({ length: ranges }, () => 's.name BETWEEN ? AND ?').join(' OR ') || 'true';
    return `SELECT max(position), ${inOne} FROM (${rowsWhere(`${AFTER} AND e.type NOT IN (${others}) AND (${matches})`)})`;
  },
} as const;

type PlaceOf<Text> = readonly [Text, number, number, Text, Text, number, number];
/** The contents are null where there is none. */
export type PageInOne = readonly [places: Uint8Array, data: Uint8Array | null, metadata: Uint8Array | null];
export type PageRow = readonly [...PlaceOf<Uint8Array>, Uint8Array | null, Uint8Array | null];

const row = (place: PlaceOf<string>, data: string, metadata: string): LogRow => {
  const [stream, revision, position, id, type, recordedAt, last] = place;
  return { event: { stream, revision, position, id, type, data, metadata }, recordedAt, last };
};

/** A row of `rowByRow`, of which the driver gives the bare values; a content that is gone is empty. Throws TypeError where they are no text. */
export const rowOf = ([name, revision, position, id, type, at, last, data, metadata]: PageRow): LogRow =>
  row(
    [textOf(name), revision, position, textOf(id), textOf(type), at, last],
    data === null ? '' : textOf(data),
    metadata === null ? '' : textOf(metadata),
  );

/** The rows of such a page; undefined where a content is missing or is no JSON text, as somebody who alters the file may leave it. */
export const takenApart = (page: PageInOne): readonly LogRow[] | undefined => {
  const texts = textsOf(page);
  if (texts === undefined) return undefined;
  const there = JSON.parse(texts[0]) as PlaceOf<string>[];
  const [datas, metadatas] = [texts[1]?.split(BETWEEN) ?? [], texts[2]?.split(BETWEEN) ?? []];
  if (datas.length !== there.length || metadatas.length !== there.length) return undefined;
  return there.map((place, index) => row(place, datas[index]!, metadatas[index]!));
};

const textsOf = ([places, data, metadata]: PageInOne) => {
  try {
    return [textOf(places), data && textOf(data), metadata && textOf(metadata)] as const;
  } catch {
    return undefined;
  }
};
