import type { Language, Said } from '../terminal/language.js';
import { progressOf } from '../terminal/progress.js';

type Bar = Readonly<{ lang: Language; what: Said; total: number }>;

const EVERY = 100;

/** Runs a task that takes so many milliseconds, with a bar. The clock also keeps the process there, which the threads of a hasher do not. */
export const whileTimePasses = async <Result>(
  { lang, what, total }: Bar,
  task: () => Promise<Result>,
): Promise<Result> => {
  const bar = progressOf(lang, what, total);
  let passed = 0;
  const clock = setInterval(() => {
    const step = Math.min(EVERY, total - passed);
    passed += step;
    bar.advance(step);
  }, EVERY);
  try {
    return await task();
  } finally {
    clearInterval(clock);
    bar.end();
  }
};
