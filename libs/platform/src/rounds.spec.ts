import { describe, expect, it } from '@jest/globals';
import { Rounds } from './rounds.js';

const gate = () => {
  let open!: () => void;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open };
};

describe('rounds', () => {
  it('goes on after a round that failed, and tells of it', async () => {
    const told: unknown[] = [];
    const second = gate();
    let made = 0;
    const rounds = new Rounds({
      every: 1,
      first: 0,
      make: async () => {
        made += 1;
        if (made === 1) throw new Error('the first one fails');
        second.open();
      },
      onError: (error) => told.push((error as Error).message),
    });
    await second.opened;
    await rounds.stop();
    expect(told).toEqual(['the first one fails']);
  });

  it('makes one round at a time', async () => {
    const many = gate();
    let [made, under, most] = [0, 0, 0];
    const rounds = new Rounds({
      every: 1,
      make: async () => {
        under += 1;
        most = Math.max(most, under);
        await new Promise((resolve) => setTimeout(resolve, 5));
        under -= 1;
        made += 1;
        if (made === 3) many.open();
      },
      onError: () => many.open(),
    });
    await many.opened;
    await rounds.stop();
    expect(most).toBe(1);
  });

  it('stops only when the round under way is over', async () => {
    const [begun, end] = [gate(), gate()];
    let over = false;
    const rounds = new Rounds({
      every: 60_000,
      first: 0,
      make: async () => {
        begun.open();
        await end.opened;
        over = true;
      },
      onError: () => undefined,
    });
    await begun.opened;
    const stopped = rounds.stop().then(() => over);
    end.open();
    expect(await stopped).toBe(true);
  });
});
