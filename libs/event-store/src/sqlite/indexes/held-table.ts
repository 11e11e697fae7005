/**
 * An index that readers find events by, and the statements that hold it to the rows of its table. Rows and entries are given as
 * lines: parts with char(31) between them, the first as the index has them in order, and char(30) between the lines. A row that
 * should have no entry has no line, and an entry has none if it is of another type than a reader asks for.
 */
export type HeldIndex = Readonly<{
  /** How many entries there are, counted from one page of the file to the next. */
  count: string;
  /** Entries after the parts of a line, at most so many, in order: how many, how many lines, the lines. */
  entries: string;
  /** Parts that come before those of any entry. */
  before: readonly string[];
  /** The first so many parts no two entries have in common. */
  unique: number;
  /** Positions of at most a hundred events that are not found by the index as readers seek them; null for what has none. */
  missed: string;
  /** A null if the index has more than the rows say; left out where that does no harm. */
  more?: string;
}>;

/** A table of which events are found by indexes. */
export type HeldTable = Readonly<{
  /** How many rows there are, counted from one page of the file to the next. */
  count: string;
  /** Rows after ?1, at most ?2: how many, the last, and of each index how many lines, and the lines. */
  rows: string;
  indexes: readonly HeldIndex[];
}>;
