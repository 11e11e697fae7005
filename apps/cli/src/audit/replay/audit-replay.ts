import { Command } from 'commander';
import { answering, Refused, type Wanted } from '../../terminal/answer.js';
import { periodOf } from '../instant.js';
import { inEach, langOption } from '../../terminal/language.js';
import { readingOptions } from '../readings/reading-options.js';
import { recordReading } from '../readings/record-reading.js';
import { userNamed } from '../whom.js';
import { withLog } from '../with-log.js';
import { follow } from './follow.js';
import { streamsOfLife } from './streams-of-life.js';
import { entryFields, timelineText } from './timeline-text.js';
import { timelineOf } from './timeline.js';
import { unlock, type UnlockOptions, unlockRequest } from './unlock.js';

type Options = Wanted &
  UnlockOptions &
  Readonly<{ user: string; from?: string; until?: string; follow?: boolean }>;

/** `audit replay`: the life of a user's key, readable; never a hash, and who it is only where a case unlocks it (GDP-09). */
export const auditReplay = (): Command =>
  readingOptions(
    new Command('replay')
      .description('tell how the key of a user came to be what it is')
      .requiredOption('--user <id>', 'id or identifier of the user')
      .option('--from <instant>', 'only from this instant on, in Paris time or with a zone')
      .option('--until <instant>', 'only until this instant, likewise')
      .option('--follow', 'go on telling what happens, until Ctrl+C')
      .option('--unlock <case>', 'also show who it is, for this case; that you looked is recorded'),
  )
    .addOption(langOption())
    .option('--json', 'answer as JSON')
    .action((options: Options) => answering(options, () => replay(options)));

const replay = async (options: Options) => {
  const { lang, json } = options;
  const period = periodOf(options);
  if (options.follow === true && period.until !== undefined) throw new Refused('follow-until');
  const request = await withLog(async (log) => {
    const user = await userNamed(log, options.user);
    const asked = { user, unlock: unlockRequest({ ...options, user }) };
    await recordReading(log, { ...options, command: 'replay', about: { user } });
    return asked;
  });
  const { user } = request;
  const personal = await unlock(request.unlock);
  return withLog(async ({ store }) => {
    const streams = await streamsOfLife(store, user);
    const recorded = (await Promise.all(streams.map((stream) => store.read(stream)))).flat();
    const entries = timelineOf(recorded, period);
    const text = inEach((language) => timelineText(language, entries, user, personal.lines[language]));
    const timeline = entries.map((entry) => entryFields(lang, entry));
    if (options.follow === true) {
      const lines = timeline.map((entry) => `${JSON.stringify(entry)}\n`);
      process.stdout.write(json === true ? lines.join('') : `${text[lang]}\n`);
      await follow(store, { ...options, user }, Math.max(-1, ...recorded.map(({ position }) => position)));
      return undefined;
    }
    return {
      fields: { user, timeline, ...(personal.fields.length > 0 && { personal: personal.fields }) },
      text,
    };
  });
};
