import { createHash } from 'node:crypto';

const CHECKPOINTS =
  'CREATE TABLE IF NOT EXISTS checkpoint (name TEXT PRIMARY KEY, position INTEGER NOT NULL)';
const SHAPE = 'CREATE TABLE IF NOT EXISTS shape (digest TEXT NOT NULL)';
/** Indexes that hold nothing the tables do not hold already. */
const INDEX = /CREATE INDEX [^;]*;/g;

export const digestOf = (shape: string): string => createHash('sha256').update(shape).digest('hex');

/** What makes a new file of this shape: its tables, those of its indexes that can come later, and what says whose shape it is. */
export const makingOf = (shape: string): Readonly<{ tables: string; indexes: string; whose: string }> => ({
  tables: `${CHECKPOINTS}; ${SHAPE}; ${shape.replaceAll(INDEX, '')};`,
  indexes: (shape.match(INDEX) ?? []).join(''),
  whose: `INSERT INTO shape (digest) VALUES ('${digestOf(shape)}');`,
});

/** Moves a checkpoint: its name, its position. */
export const MOVE = 'INSERT OR REPLACE INTO checkpoint (name, position) VALUES (?, ?)';
