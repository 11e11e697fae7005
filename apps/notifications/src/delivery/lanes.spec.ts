import { describe, expect, it } from '@jest/globals';
import { Lanes } from './lanes.js';

const gate = () => {
  let open = () => {};
  const passed = new Promise<void>((resolve) => (open = resolve));
  return { passed, open };
};

describe('Lanes', () => {
  it('runs so many at a time, the others in order', async () => {
    const lanes = new Lanes(2);
    const started: string[] = [];
    const gates = [gate(), gate(), gate()];
    gates.forEach(({ passed }, index) =>
      lanes.enter(`task-${index}`, () => {
        started.push(`task-${index}`);
        return passed;
      }),
    );
    expect(started).toEqual(['task-0', 'task-1']);
    gates[1]!.open();
    await gates[1]!.passed;
    await Promise.resolve();
    expect(started).toEqual(['task-0', 'task-1', 'task-2']);
    gates[0]!.open();
    gates[2]!.open();
    await lanes.idle();
  });

  it('takes a name once while it is there, and again afterwards', async () => {
    const lanes = new Lanes(1);
    let runs = 0;
    const task = async () => void (runs += 1);
    lanes.enter('a', task);
    lanes.enter('a', task);
    await lanes.idle();
    expect(runs).toBe(1);
    lanes.enter('a', task);
    await lanes.idle();
    expect(runs).toBe(2);
  });

  it('is idle at once when nothing was given to it', async () => {
    await expect(new Lanes(1).idle()).resolves.toBeUndefined();
  });
});
