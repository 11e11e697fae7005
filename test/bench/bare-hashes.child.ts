// Bare argon2id in a process of its own, with the parameters of the product and nothing else: what the machine can do.
import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { bareArgon2 } from './bare-argon2.js';
import { perSecond } from './rounds.js';

const key = randomBytes(18).toString('base64url');
const stored = await hash(key, bareArgon2);

export type Task = Readonly<{ kind: 'verify' | 'hash'; concurrency: number; milliseconds: number }>;

process.on('message', ({ kind, concurrency, milliseconds }: Task) => {
  void perSecond(concurrency, milliseconds, () =>
    kind === 'verify' ? verify(stored, key) : hash(key, bareArgon2),
  ).then((rate) => process.send?.(rate));
});
process.send?.('ready');
