// Plain JavaScript, so that a thread can load it from the sources as from the build.
import { setPriority } from 'node:os';
import { parentPort } from 'node:worker_threads';
import { hashSync, verifySync } from '@node-rs/argon2';

/** The thread that answers requests gets three times the share of a processor that one of these gets. */
const NICENESS = 5;

try {
  // 0 is the calling thread on Linux; elsewhere it would be the whole process.
  if (process.platform === 'linux') setPriority(0, NICENESS);
} catch {
  // Where a sandbox forbids it hashes are computed all the same.
}

const compute = { hash: hashSync, verify: verifySync };

parentPort?.on('message', ({ id, kind, input }) => {
  try {
    parentPort?.postMessage({ id, result: compute[kind](...input) });
  } catch (error) {
    parentPort?.postMessage({ id, error });
  }
});
