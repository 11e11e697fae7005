// Plain JavaScript, so that a thread can load it from the sources as from the build.
import { parentPort, workerData } from 'node:worker_threads';
import { decrypt } from './envelope.js';

const masterKeys = new Map(workerData.masterKeys.map(([id, key]) => [id, Buffer.from(key)]));

/** The plaintexts of what lies under one key, or null where one of them does not open. */
const opened = ([stream, masterKeyId, wrapped, sealed]) => {
  try {
    const key = decrypt(masterKeys.get(masterKeyId), wrapped, stream);
    return sealed.map(([envelope, context]) => decrypt(key, envelope, context).toString());
  } catch {
    return null;
  }
};

// Text both ways: the runtime writes and reads it several times faster than it clones as many small values.
parentPort.on('message', (asked) => {
  if (asked === 'end') return parentPort.close();
  parentPort.postMessage(JSON.stringify(JSON.parse(asked).map(opened)));
});
