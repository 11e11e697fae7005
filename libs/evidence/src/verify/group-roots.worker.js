// Plain JavaScript, so that a thread can load it from the sources as from the build. What it answers is worth nothing unless the
// roots that were signed come out of it; a spec holds it to `group.ts` besides.
import { hash } from 'node:crypto';
import { parentPort, workerData } from 'node:worker_threads';

const GROUP = 256;
const RECORD = 48;
const NO_TIME = 2 ** 48 - 1;
const categories = workerData.map((name) => JSON.stringify(name));

const sha256 = (data) => Buffer.from(hash('sha256', data, 'binary'), 'binary');

const leafHash = (records, at) => {
  const time = records.readUIntBE(at + 38, 6);
  const category = categories[records.readUInt16BE(at + 44)] ?? '""';
  const where = `${records.readUIntBE(at + 32, 6)},${category},${time === NO_TIME ? null : time}`;
  return sha256(`\0[${where},"${records.toString('hex', at, at + 32)}"]`);
};

const nodeHash = (left, right) => sha256(Buffer.concat([Buffer.of(1), left, right]));

const rootOf = (records, from) => {
  let level = Array.from({ length: GROUP }, (_, index) => leafHash(records, from + index * RECORD));
  while (level.length > 1)
    level = Array.from({ length: level.length / 2 }, (_, pair) =>
      nodeHash(level[pair * 2], level[pair * 2 + 1]),
    );
  return level[0];
};

parentPort.on('message', (bytes) => {
  const records = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const groups = Math.floor(records.length / (GROUP * RECORD));
  parentPort.postMessage(
    Array.from({ length: groups }, (_, group) => rootOf(records, group * GROUP * RECORD)),
  );
});
