import type { RecordedEvent, SubscribeOptions, Subscription } from '../event-store.js';
import { Bell } from './bell.js';
import type { Log } from './log.js';
import { pause } from './pause.js';
import { Progress } from './progress.js';
import { Turn } from './turn.js';

const PAGE = 500;

/** The catch-up subscription of every adapter: pages of the log, one event at a time, then sleep until the next commit. */
export function follow(log: Log, { after, handle, onError }: SubscribeOptions): Subscription {
  const ending = new AbortController();
  const progress = new Progress(after);
  const bell = new Bell();
  const turn = new Turn();
  const forget = log.onCommit(() => bell.ring());

  const untilDone = async (
    work: () => Promise<void> | void,
    failed: (error: unknown) => void,
  ): Promise<void> => {
    for (let attempt = 0; !ending.signal.aborted; attempt += 1) {
      try {
        return await work();
      } catch (error) {
        failed(error);
        await pause(attempt, ending.signal);
      }
    }
  };

  const deliver = (event: RecordedEvent): Promise<void> =>
    untilDone(
      async () => {
        await handle(event);
        progress.advance(event.position);
      },
      (error) => tell(() => onError?.(error, event)),
    );

  const catchUp = async (): Promise<void> => {
    // The head is taken before the page: what the page then does not show has expired or was deleted, and is done with.
    const head = log.head();
    const page = await log.readAll(progress.position, PAGE);
    for (const event of page) {
      await deliver(event);
      if (ending.signal.aborted) return;
      await turn.shared();
    }
    if (page.length === PAGE) return bell.ring();
    progress.advance(head);
  };

  const run = async (): Promise<void> => {
    while (!ending.signal.aborted) {
      await untilDone(catchUp, () => undefined);
      await bell.heard();
    }
  };
  const running = run();

  return {
    position: () => progress.position,
    isLive: () => !ending.signal.aborted && isUpTo(log, progress.position),
    reached: (at, timeout) => progress.reached(at, timeout),
    stop: async () => {
      ending.abort();
      forget();
      bell.ring();
      await running;
      progress.end();
    },
  };
}

/** A store that cannot tell its head is not known to be caught up with. */
function isUpTo(log: Log, position: number): boolean {
  try {
    return log.head() <= position;
  } catch {
    return false;
  }
}

/** Whoever is told of an error must not be able to end the subscription by failing in turn. */
function tell(report: () => void): void {
  try {
    report();
  } catch {
    // Nobody is left to tell.
  }
}
