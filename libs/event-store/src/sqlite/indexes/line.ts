/** Numbers of one length are in the order of their digits. */
const LONG = 1_000_000_000_000;

/** A part of a line that is in the order of its number. */
export const numeral = (column: string): string => `(${LONG} + ${column})`;
/** A number that is bound as the bytes of its digits. */
export const integerOf = (parameter: string): string => `CAST(CAST(${parameter} AS TEXT) AS INTEGER)`;
/** The number a part says. */
export const numberOf = (parameter: string): string => `(${integerOf(parameter)} - ${LONG})`;
/** The text a part says. An index over what JSON says would not be asked for one that is marked as text by a cast. */
export const textOf = (parameter: string): string => `(CAST(${parameter} AS TEXT) || '')`;

/** A line of these parts. */
export const line = (...parts: readonly string[]): string => parts.join(' || char(31) || ');

const linesOf = (name: string) => `count(${name}), CAST(group_concat(${name}, char(30)) AS BLOB)`;

/** A page of the rows a statement gives, each with where it stands `at` and the lines of these names. */
export const rowLines = (rows: string, names: readonly string[]): string =>
  `SELECT count(*), max(at), ${names.map(linesOf).join()} FROM (${rows})`;

/** A page of the entries a statement gives, each with a `line`. */
export const entryLines = (entries: string): string =>
  `SELECT count(*), ${linesOf('line')} FROM (${entries})`;

export const count = (of: string): string => `SELECT count(*) FROM ${of}`;

/** A null where there are more entries than rows. */
export const moreThan = (rows: string, entries: string): string =>
  `SELECT NULL AS position WHERE (${count(entries)}) > (${count(rows)})`;
