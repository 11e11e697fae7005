// Plain JavaScript, so that a thread can load it from the sources as from the build. What it answers is worth nothing unless the
// roots that were signed come out of it; a spec holds it to `group.ts` besides.
import { hash } from 'node:crypto';
import { parentPort, workerData } from 'node:worker_threads';

const GROUP = 256;
const RECORD = 48;
const HASH = 32;
const NO_TIME = 2 ** 48 - 1;
const categories = workerData.map((name) => JSON.stringify(name));

/** One byte for each of the hash, in a string: there is no cheaper way to get it. */
const sha256 = (data) => hash('sha256', data, 'binary');

const leafHash = (records, at) => {
  const time = records.readUIntBE(at + 38, 6);
  const category = categories[records.readUInt16BE(at + 44)] ?? '""';
  const where = `${records.readUIntBE(at + 32, 6)},${category},${time === NO_TIME ? null : time}`;
  return sha256(`\0[${where},"${records.hexSlice(at, at + HASH)}"]`);
};

const node = Buffer.alloc(1 + 2 * HASH, 1);
const nodeHash = (left, right) => {
  node.latin1Write(left, 1);
  node.latin1Write(right, 1 + HASH);
  return sha256(node);
};

const rootOf = (records, from) => {
  const level = Array.from({ length: GROUP }, (_, index) => leafHash(records, from + index * RECORD));
  for (let width = GROUP / 2; width >= 1; width /= 2)
    for (let pair = 0; pair < width; pair += 1) level[pair] = nodeHash(level[pair * 2], level[pair * 2 + 1]);
  return Buffer.from(level[0], 'latin1');
};

parentPort.on('message', (bytes) => {
  const records = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const groups = Math.floor(records.length / (GROUP * RECORD));
  parentPort.postMessage(
    Array.from({ length: groups }, (_, group) => rootOf(records, group * GROUP * RECORD)),
  );
});
