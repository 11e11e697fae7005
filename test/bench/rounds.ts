import { median } from './statistics.js';

/**
 * Measures two things in turns, so that whatever else the machine does meets both alike. One round of each is thrown away
 * first. Answers the medians and their ratio.
 */
export const inTurns = async (
  rounds: number,
  ours: () => Promise<number>,
  bare: () => Promise<number>,
): Promise<{ ours: number; bare: number; ratio: number }> => {
  await bare();
  await ours();
  const measured = { ours: [] as number[], bare: [] as number[] };
  for (let round = 0; round < rounds; round += 1) {
    measured.bare.push(await bare());
    measured.ours.push(await ours());
  }
  const medians = { ours: median(measured.ours), bare: median(measured.bare) };
  return { ...medians, ratio: medians.ours / medians.bare };
};

/** How often per second a task gets done by this many workers that do nothing else. */
export const perSecond = async (
  workers: number,
  milliseconds: number,
  task: (worker: number) => Promise<unknown>,
): Promise<number> => {
  const start = performance.now();
  let done = 0;
  await Promise.all(
    Array.from({ length: workers }, async (_, worker) => {
      while (performance.now() - start < milliseconds) {
        await task(worker);
        done += 1;
      }
    }),
  );
  return (done * 1000) / (performance.now() - start);
};
