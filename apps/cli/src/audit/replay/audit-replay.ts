import { Command } from 'commander';
import { answering } from '../../terminal/answer.js';
import { instantOf } from '../instant.js';
import { userStreams } from '../export/streams-of.js';
import { langOption, type Language } from '../language/language.js';
import { withLog } from '../with-log.js';
import { sentenceOf } from './sentences.js';
import { timelineText } from './timeline-text.js';
import { timelineOf } from './timeline.js';

type Options = Readonly<{ user: string; from?: string; until?: string; lang: Language; json?: boolean }>;

/** `audit replay`: the life of a user's key, readable; never a hash, never an address (GDP-09). */
export const auditReplay = (): Command =>
  new Command('replay')
    .description('tell how the key of a user came to be what it is')
    .requiredOption('--user <id>', 'id of the user')
    .option('--from <instant>', 'only from this instant on, ISO 8601 in UTC')
    .option('--until <instant>', 'only until this instant, ISO 8601 in UTC')
    .addOption(langOption())
    .option('--json', 'answer as JSON')
    .action(({ user, from, until, lang, json }: Options) =>
      answering(json, () =>
        withLog(async ({ store }) => {
          const recorded = await Promise.all(userStreams(user).map((stream) => store.read(stream)));
          const entries = timelineOf(recorded.flat(), {
            from: from && instantOf(from),
            until: until && instantOf(until),
          });
          return {
            fields: {
              user,
              timeline: entries.map(({ event, ...entry }) => ({
                ...entry,
                type: event.type,
                text: sentenceOf(lang, event),
              })),
            },
            text: timelineText(lang, entries, user),
          };
        }),
      ),
    );
