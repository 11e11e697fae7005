import { afterEach, describe, expect, it } from '@jest/globals';
import { Argon2Threads } from './argon2-threads.adapter.js';

const cheap = { algorithm: 2, memoryCost: 16, timeCost: 1, parallelism: 1 };
const slow = { ...cheap, memoryCost: 65_536, timeCost: 40 };

describe('Argon2Threads', () => {
  const threads = new Argon2Threads(2);
  afterEach(() => threads.close());

  it('computes in a thread what the library computes', async () => {
    const hash = await threads.hash('clé', cheap);
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=16,t=1,p=1\$/);
    expect([await threads.verify(hash, 'clé'), await threads.verify(hash, 'cle')]).toEqual([true, false]);
  });

  it('rejects with what the library says of a damaged hash, and goes on', async () => {
    await expect(threads.verify('$argon2id$damaged', 'clé')).rejects.toThrow();
    expect(await threads.verify(await threads.hash('clé', cheap), 'clé')).toBe(true);
  });

  it('leaves nobody waiting for a thread that has ended, and starts another', async () => {
    const underWay = threads.hash('clé', slow).catch((error: Error) => error.message);
    await threads.close();
    expect(await underWay).toContain('has ended');
    expect(await threads.hash('clé', cheap)).toContain('$argon2id$');
  });
});
