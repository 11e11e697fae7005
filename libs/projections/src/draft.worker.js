// Plain JavaScript, so that a thread can load it from the sources as from the build.
import { chmodSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import Database from 'libsql';

const { file, making } = workerData;
const sql = new Database(file);
chmodSync(file, 0o600);
// Worth nothing until it is whole: nothing of it has to be on the disk before that, and nothing is ever taken back. Keys come in no
// order: what a row is found by stays in memory, 128 MB of it. Of pages of this size fewer are parted, which takes a fifth off the writing.
sql.exec(
  'PRAGMA page_size = 16384; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -131072; PRAGMA secure_delete = ON',
);
sql.exec(`${making.tables} ${making.whose} BEGIN`);

const known = new Map();
const prepared = (text) => {
  if (!known.has(text)) known.set(text, sql.prepare(text));
  return known.get(text);
};

const tasks = {
  rows: ({ text, values }) => prepared(text).all(...values),
  write: ({ statements }) => {
    for (const [text, each] of JSON.parse(statements)) {
      const statement = prepared(text);
      for (const values of each) statement.run(values);
    }
  },
  whole: () => {
    sql.exec(`COMMIT; ${making.indexes}`);
    sql.close();
  },
  // Ended by a message, never from outside: the driver takes the whole process with it when its thread is ended while it answers.
  end: () => parentPort.close(),
};

parentPort.on('message', (task) => parentPort.postMessage(tasks[task.kind](task) ?? []));
