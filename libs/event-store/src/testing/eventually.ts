import { setTimeout as pause } from 'node:timers/promises';

/** Milliseconds: within Jest's own limit, so that the last failure is told instead of a time-out. */
const PATIENCE = 100_000;

/** For what another process, worker or service does in its own time: asks until `check` throws no more, and answers what it answered. */
export const eventually = async <Answer>(check: () => Answer | Promise<Answer>): Promise<Answer> => {
  for (const start = performance.now(); ;) {
    try {
      return await check();
    } catch (failure) {
      if (performance.now() - start > PATIENCE) throw failure;
      await pause(20);
    }
  }
};
