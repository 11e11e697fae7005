import { join } from 'node:path';
import { publishAuth } from '#apps/auth';
import type { EventStore } from '#event-store';
import type { Publish } from '#messaging';
import { openPlatform } from '#platform';
import { readSettings } from '#settings';
import { Refused } from '../terminal/answer.js';
import type { Language, Said } from '../terminal/language.js';
import { progressOf } from '../terminal/progress.js';

type Given = Readonly<{
  store: EventStore;
  masterKeys: readonly Buffer[];
  /** Where the read model of that name stands. */
  file: string;
  /** Over Kafka a list goes on where its topics are, which no position of the log tells. */
  publishAuth?: Publish;
  now(): string;
  progress(position: number): void;
}>;

type Bar = Readonly<{ lang: Language; what: Said }>;

/** Runs a task that goes through the whole log for a read model, with a bar. Ctrl+C ends it between two pages, so that it can tidy up. */
export const throughLog = async <Result>(
  name: string,
  { lang, what }: Bar,
  task: (given: Given) => Promise<Result>,
): Promise<Result> => {
  const settings = readSettings({ TROUSSEAU_LOG_LEVEL: 'error', ...process.env });
  const platform = await openPlatform(settings, [], { background: false });
  const bar = progressOf(lang, what, await platform.events.head());
  let [before, interrupted] = [0, false];
  const interrupt = () => (interrupted = true);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, interrupt);
  try {
    return await task({
      store: platform.events,
      masterKeys: platform.secrets.masterKeys,
      file: join(settings.dataFolder, `${name}.db`),
      ...(settings.kafkaBrokers.length === 0 && { publishAuth }),
      now: () => platform.clock.now(),
      progress: (at) => {
        if (interrupted) throw new Refused('interrupted');
        bar.advance(at - before);
        before = at;
      },
    });
  } finally {
    bar.end();
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, interrupt);
    await platform.events.close();
  }
};
