import { Worker } from 'node:worker_threads';
import type { EventFilter } from '../event-store.js';
import { logPage, type PageInOne } from './log-page.js';
import { threadLimits } from './thread-limits.js';

/** A page as the thread read it: the position it was asked after, that of its last event. */
export type AheadPage = Readonly<{ after: number; last: number; page: PageInOne }>;

/** Pages that are asked for at once: a message between threads costs as much as what it spares to read a page ahead. */
const TOGETHER = 4;
/** How often so many are asked for before anybody wants them: enough for somebody who takes them in bursts. */
const AHEAD = 6;

type Options = Readonly<{
  file: string;
  after: number;
  size: number;
  filter: EventFilter;
}>;
/** What the thread says: fewer than were asked for at the end. */
type Answer = Readonly<{ pages: readonly AheadPage[] } | { error: unknown }>;

/**
 * The log from a position on, `size` events at a time, read by a thread of its own while what came before is being looked at.
 * Ends where the log ended when its last page was read. Rejects with what the driver said.
 */
export async function* logAhead({ file, after, size, filter }: Options): AsyncGenerator<AheadPage> {
  const { streams = [], except = [] } = filter;
  // Several times faster than to compare with a pattern.
  const ranges = streams.flatMap((beginning) => [beginning, `${beginning}\u{10ffff}`]);
  const statement = logPage.inOneOf(streams.length, except.length);
  const workerData = { file, after, size, together: TOGETHER, statement, values: [...except, ...ranges] };
  const worker = new Worker(new URL('./log-ahead.worker.js', import.meta.url), {
    workerData,
    resourceLimits: threadLimits,
  });
  const ended = new Promise((resolve) => worker.once('exit', resolve));
  const answers: Answer[] = [];
  let heard = (): void => undefined;
  const hear = (answer: Answer) => {
    answers.push(answer);
    heard();
  };
  worker.on('message', (pages: readonly AheadPage[]) => hear({ pages }));
  worker.on('error', (error) => hear({ error }));
  try {
    for (let asked = 0; asked < AHEAD; asked += 1) worker.postMessage('next');
    for (;;) {
      if (answers.length === 0) await new Promise<void>((resolve) => (heard = resolve));
      const answer = answers.shift();
      if (answer === undefined) continue;
      if ('error' in answer) throw answer.error;
      const isEnd = answer.pages.length < TOGETHER;
      if (!isEnd) worker.postMessage('next');
      yield* answer.pages;
      if (isEnd) return;
    }
  } finally {
    worker.postMessage('end');
    await ended;
  }
}
