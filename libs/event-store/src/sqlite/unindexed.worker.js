// Plain JavaScript, so that a thread can load it from the sources as from the build.
import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import Database from 'libsql';
import { Lines } from './indexes/lines.js';

const PAGE = 500;
const { file, tables } = workerData;
const connection = new Database(file);
connection.exec('PRAGMA busy_timeout = 1000');
const prepare = (sql) => connection.prepare(sql).raw();
const countOf = (sql) => prepare(sql).all()[0][0];

/** Ended by a message, never from outside: the driver takes the whole process with it when its thread is ended while it answers. */
class Ended extends Error {}
const goOn = () => {
  if (receiveMessageOnPort(parentPort) !== undefined) throw new Ended();
};

/** The lines the rows make for each index; undefined where the pages of the table do not lead from each to the next. */
const linesOfRows = ({ count, rows, indexes }) => {
  const [all, pages] = [indexes.map((index) => new Lines(index)), prepare(rows)];
  for (let [after, seen] = [Number.MIN_SAFE_INTEGER, 0]; ; goOn()) {
    const [[found, last, ...lines]] = pages.all(after, PAGE);
    if (found === 0) return seen === countOf(count) ? all : undefined;
    if (!(last > after)) return undefined;
    for (const [at, each] of all.entries()) each.take(lines[at * 2], lines[at * 2 + 1]);
    [after, seen] = [last, seen + found];
  }
};

/** The lines of an index; undefined where they are not all there. */
const linesOfEntries = (index) => {
  const [lines, pages] = [new Lines(index), prepare(index.entries)];
  for (let after = index.before.map((part) => Buffer.from(part)); ; goOn()) {
    const [[found, count, bytes]] = pages.all(...after, PAGE);
    if (found === 0) return lines.count === countOf(index.count) ? lines : undefined;
    lines.take(count, bytes);
    if (count < found) lines.plain = false;
    // Where the next page begins nobody knows.
    if (!lines.ascending || !lines.plain) return lines;
    after = lines.last;
  }
};

/** Whether an index says what the rows say, no more and no less, and in order; undefined where something is such that lines do not tell. */
const isRight = (ofRows, index) => {
  const ofEntries = ofRows && linesOfEntries(index);
  if (ofEntries === undefined) return false;
  if (!ofRows.plain || !ofEntries.plain) return undefined;
  return ofEntries.ascending && ofRows.sum === ofEntries.sum;
};

const missedBy = (ofRows, index) => {
  const right = isRight(ofRows, index);
  if (right === true) return [];
  const missed = prepare(index.missed).all().flat();
  if (index.more === undefined || missed.length > 0) return missed;
  return right === false ? [null] : prepare(index.more).all().flat();
};

/** As everything was at one moment: the log may go on meanwhile. */
const missedIn = (table) => {
  connection.exec('BEGIN');
  try {
    const ofRows = linesOfRows(table);
    return table.indexes.flatMap((index, at) => missedBy(ofRows?.[at], index));
  } finally {
    connection.exec('ROLLBACK');
  }
};

try {
  parentPort.postMessage(tables.flatMap(missedIn));
} catch (error) {
  if (!(error instanceof Ended)) throw error;
}
