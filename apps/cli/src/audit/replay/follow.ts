import { once } from 'node:events';
import { caseStreamsOf } from '#apps/users';
import type { EventStore } from '#event-store';
import type { Wanted } from '../../terminal/answer.js';
import { streamsOfLife } from './streams-of-life.js';
import { dayText, entryFields, entryText } from './timeline-text.js';
import { timelineOf } from './timeline.js';

type Options = Wanted & Readonly<{ user: string }>;

/** Tells what happens to a user from now on, each event by itself (as JSON on a line of its own), until somebody presses Ctrl+C. */
export const follow = async (
  store: EventStore,
  { user, lang, json }: Options,
  after: number,
): Promise<void> => {
  const streams = new Set(await streamsOfLife(store, user));
  let day = '';
  const subscription = store.subscribe({
    after,
    handle: (recorded) => {
      if (!streams.has(recorded.stream)) return;
      // A case that is opened meanwhile is told from here on.
      for (const opened of caseStreamsOf([recorded])) streams.add(opened);
      for (const entry of timelineOf([recorded], {})) {
        const heading = dayText(lang, entry);
        const text = `${heading === day ? '' : `${heading}\n`}${entryText(lang, entry, user)}`;
        day = heading;
        process.stdout.write(`${json === true ? JSON.stringify(entryFields(lang, entry)) : text}\n`);
      }
    },
  });
  // A subscription keeps no process alive, nor does waiting for a signal: this does.
  const held = setInterval(() => undefined, 60_000);
  await once(process, 'SIGINT');
  clearInterval(held);
  await subscription.stop();
};
