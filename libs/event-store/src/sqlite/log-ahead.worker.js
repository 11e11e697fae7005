// Plain JavaScript, so that a thread can load it from the sources as from the build.
import { parentPort, workerData } from 'node:worker_threads';
import Database from 'libsql';

const { file, statement, after: start, size, together, values } = workerData;
const connection = new Database(file);
connection.exec('PRAGMA busy_timeout = 1000');
const pages = connection.prepare(statement).raw();
let after = start;

// Ended by a message, never from outside: the driver takes the whole process with it when its thread is ended while it answers.
parentPort.on('message', (asked) => {
  if (asked === 'end') return parentPort.close();
  const read = [];
  while (read.length < together) {
    const [[last, ...page]] = pages.all(after, ...values, size);
    if (last === null) break;
    read.push({ after, last, page });
    after = last;
  }
  // The texts are handed over, not copied.
  const texts = read.flatMap(({ page }) => page.filter((text) => text !== null));
  parentPort.postMessage(
    read,
    texts.map(({ buffer }) => buffer),
  );
});
