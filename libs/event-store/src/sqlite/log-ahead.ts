import { Worker } from 'node:worker_threads';
import { logPage, type PageInOne } from './log-page.js';

/** A page as the thread read it: the position it was asked after, that of its last event, null when there was none. */
export type AheadPage = Readonly<{ after: number; last: number | null; page: PageInOne }>;

/** Pages read before anybody asks for them. */
const AHEAD = 4;

type Options = Readonly<{ file: string; after: number; size: number }>;
type Answer = Readonly<{ page: AheadPage } | { error: unknown }>;

/**
 * The log from a position on, `size` events at a time, read by a thread of its own while what came before is being looked at.
 * Ends where the log ended when its last page was read. Rejects with what the driver said.
 */
export async function* logAhead({ file, after, size }: Options): AsyncGenerator<AheadPage> {
  const workerData = { file, after, size, statement: logPage.inOneWithLast };
  const worker = new Worker(new URL('./log-ahead.worker.js', import.meta.url), { workerData });
  const answers: Answer[] = [];
  let heard = (): void => undefined;
  const hear = (answer: Answer) => {
    answers.push(answer);
    heard();
  };
  worker.on('message', (page: AheadPage) => hear({ page }));
  worker.on('error', (error) => hear({ error }));
  try {
    for (let asked = 0; asked < AHEAD; asked += 1) worker.postMessage('next');
    for (;;) {
      if (answers.length === 0) await new Promise<void>((resolve) => (heard = resolve));
      const answer = answers.shift();
      if (answer === undefined) continue;
      if ('error' in answer) throw answer.error;
      if (answer.page.last === null) return;
      worker.postMessage('next');
      yield answer.page;
    }
  } finally {
    await worker.terminate();
  }
}
