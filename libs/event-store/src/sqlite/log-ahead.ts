import { Worker } from 'node:worker_threads';
import { logPage, type PageInOne } from './log-page.js';

/** A page as the thread read it: the position it was asked after, that of its last event. */
export type AheadPage = Readonly<{ after: number; last: number; page: PageInOne }>;

/** Pages read before anybody asks for them. */
const AHEAD = 4;

type Options = Readonly<{
  file: string;
  after: number;
  size: number;
  /** Beginnings of the names of the streams asked for; all by default. */
  streams?: readonly string[] | undefined;
}>;
/** What the thread says when nothing came after: the end. */
type Read = Omit<AheadPage, 'last'> & Readonly<{ last: number | null }>;
type Answer = Readonly<{ read: Read } | { error: unknown }>;

/**
 * The log from a position on, `size` events at a time, read by a thread of its own while what came before is being looked at.
 * Ends where the log ended when its last page was read. Rejects with what the driver said.
 */
export async function* logAhead({ file, after, size, streams = [] }: Options): AsyncGenerator<AheadPage> {
  const patterns = streams.map((beginning) => `${beginning}*`);
  const workerData = { file, after, size, statement: logPage.inOneOf(patterns.length), patterns };
  const worker = new Worker(new URL('./log-ahead.worker.js', import.meta.url), { workerData });
  const ended = new Promise((resolve) => worker.once('exit', resolve));
  const answers: Answer[] = [];
  let heard = (): void => undefined;
  const hear = (answer: Answer) => {
    answers.push(answer);
    heard();
  };
  worker.on('message', (read: Read) => hear({ read }));
  worker.on('error', (error) => hear({ error }));
  try {
    for (let asked = 0; asked < AHEAD; asked += 1) worker.postMessage('next');
    for (;;) {
      if (answers.length === 0) await new Promise<void>((resolve) => (heard = resolve));
      const answer = answers.shift();
      if (answer === undefined) continue;
      if ('error' in answer) throw answer.error;
      const { last, ...read } = answer.read;
      if (last === null) return;
      worker.postMessage('next');
      yield { ...read, last };
    }
  } finally {
    worker.postMessage('end');
    await ended;
  }
}
