import { setTimeout as sleep } from 'node:timers/promises';

const FIRST = 10;
const LONGEST = 5_000;

/** Waits before try number `attempt` (0, 1, …): 10 ms doubling to 5 s. Cut short by the signal; never keeps a process alive. */
export async function pause(attempt: number, signal: AbortSignal): Promise<void> {
  const milliseconds = Math.min(FIRST * 2 ** Math.min(attempt, 20), LONGEST);
  await sleep(milliseconds, undefined, { signal, ref: false }).catch(() => undefined);
}
