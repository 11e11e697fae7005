/**
 * `leaves` holds groups of 256 leaves; the last group grows until it is full, and only then has a root.
 * `category` gives each category a code, in the order they came.
 */
export const schema = `
  CREATE TABLE IF NOT EXISTS leaves (
    number INTEGER PRIMARY KEY,
    first_position INTEGER NOT NULL,
    records BLOB NOT NULL,
    root BLOB
  ) STRICT;
  CREATE INDEX IF NOT EXISTS leaves_by_position ON leaves (first_position);
  CREATE TABLE IF NOT EXISTS category (code INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
`;
