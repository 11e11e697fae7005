import { afterAll, describe, expect, it } from '@jest/globals';
import { Argon2KeyHasher } from './argon2-key-hasher.adapter.js';
import { HasherBusy } from './key-hasher.js';
import { CountingKeyHasher } from './testing/counting-key-hasher.js';
import { keyHasherContract } from './testing/key-hasher.contract.js';

const cheap = { memory: 16, passes: 2, lanes: 1 };
const cheaper = { memory: 8, passes: 1, lanes: 1 };

const opened: Argon2KeyHasher[] = [];
const open = (options: ConstructorParameters<typeof Argon2KeyHasher>[0] = {}) => {
  const hasher = new Argon2KeyHasher(options);
  opened.push(hasher);
  return hasher;
};
afterAll(() => Promise.all(opened.map((hasher) => hasher.onApplicationShutdown())));

keyHasherContract('Argon2KeyHasher', () => ({
  hasher: open({ parameters: cheap }),
  weaker: open({ parameters: cheaper }),
}));

describe('Argon2KeyHasher', () => {
  it('hashes with argon2id, m=19456, t=2, p=1 and a 16-byte salt unless told otherwise (KEY-10)', async () => {
    const hash = await open().hash('k');
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$/);
  });

  it('refuses what would wait too long, at once, and serves again afterwards (LOG-08)', async () => {
    const hasher = open({ parameters: cheaper, threads: 1, mostWaiting: 2 });
    const asked = Array.from({ length: 8 }, () => hasher.hash('k'));
    expect(hasher.isBusy()).toBe(true);
    const settled = await Promise.allSettled(asked);
    expect(settled.map(({ status }) => status)).toEqual([
      ...Array.from({ length: 6 }, () => 'fulfilled'),
      'rejected',
      'rejected',
    ]);
    expect(settled[6]).toMatchObject({ reason: expect.any(HasherBusy) });
    expect(hasher.isBusy()).toBe(false);
    await hasher.hash('k');
  });

  it('gives its place to the next one when a hash fails', async () => {
    const hasher = open({ parameters: cheaper, threads: 1, mostWaiting: 1 });
    const bad = hasher.verify('not a hash', 'k');
    const good = hasher.hash('k');
    await expect(bad).rejects.toThrow();
    await expect(good).resolves.toContain('argon2id');
  });
});

describe('CountingKeyHasher', () => {
  it('counts', async () => {
    const hasher = new CountingKeyHasher();
    await hasher.verify(await hasher.hash('k'), 'k');
    expect([hasher.hashes, hasher.verifications]).toEqual([1, 1]);
  });
});

keyHasherContract('CountingKeyHasher', () => ({
  hasher: new CountingKeyHasher(),
  weaker: open({ parameters: { memory: 8, passes: 1, lanes: 1 } }),
}));
