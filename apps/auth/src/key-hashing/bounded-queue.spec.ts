import { describe, expect, it } from '@jest/globals';
import { BoundedQueue } from './bounded-queue.adapter.js';

describe('BoundedQueue', () => {
  it('lets eight finished tasks go on together while others wait', async () => {
    const queue = new BoundedQueue(1, 100);
    let begun = 0;
    const begin = async () => void (begun += 1);
    const begunBefore = await Promise.all(
      Array.from({ length: 10 }, () => queue.run(begin).then(() => begun)),
    );
    expect(Math.min(...begunBefore.slice(0, 8))).toBeGreaterThanOrEqual(8);
    expect(begunBefore.slice(8)).toEqual([10, 10]);
  });

  it('keeps nobody when nobody waits, though another runs on', async () => {
    const queue = new BoundedQueue(2, 100);
    void queue.run(() => new Promise(() => {}));
    expect(await queue.run(async () => 'done')).toBe('done');
    expect(queue.depth).toEqual({ running: 1, waiting: 0 });
  });

  it('keeps no one whose task failed from those after it', async () => {
    const queue = new BoundedQueue(1, 100);
    const failing = () => Promise.reject(new Error('failed'));
    const settled = await Promise.allSettled([
      ...Array.from({ length: 3 }, () => queue.run(failing)),
      queue.run(async () => 'done'),
    ]);
    expect(settled.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected', 'fulfilled']);
  });
});
