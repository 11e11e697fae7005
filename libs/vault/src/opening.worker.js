// Plain JavaScript, so that a thread can load it from the sources as from the build.
import { parentPort, workerData } from 'node:worker_threads';
import { decrypt } from './envelope.js';

const masterKeys = new Map(workerData.masterKeys.map(([id, key]) => [id, Buffer.from(key)]));

/** The plaintexts of what lies under one key. Throws when one of them does not open. */
const opened = ([{ stream, masterKeyId, wrapped }, sealed]) => {
  const key = decrypt(masterKeys.get(masterKeyId), wrapped, stream);
  return sealed.map(([envelope, context]) => decrypt(key, envelope, context).toString());
};

/** Text as it is asked for; null where something does not open. */
const answer = (asked) => {
  try {
    return JSON.stringify(JSON.parse(asked).map(opened));
  } catch {
    return null;
  }
};

parentPort.on('message', (asked) =>
  asked === 'end' ? parentPort.close() : parentPort.postMessage(answer(asked)),
);
