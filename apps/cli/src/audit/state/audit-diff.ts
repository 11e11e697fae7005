import { Command } from 'commander';
import { answering, type Wanted } from '../../terminal/answer.js';
import { pastInstantOf } from '../instant.js';
import { inEach, langOption } from '../../terminal/language.js';
import { type ReadingOptions, readingOptions } from '../readings/reading-options.js';
import { recordReading } from '../readings/record-reading.js';
import { userNamed } from '../whom.js';
import { withLog } from '../with-log.js';
import { accessWithSessionsAt } from './access-at.js';
import { diffText, differences } from './differences.js';

type Options = Wanted & ReadingOptions & Readonly<{ user: string; at: string; and: string }>;

/** `audit diff`: what changed in the access of a user between two instants. */
export const auditDiff = (): Command =>
  readingOptions(
    new Command('diff')
      .description('compare the access of a user at two instants')
      .requiredOption('--user <id>', 'id or identifier of the user')
      .requiredOption('--at <instant>', 'the one instant, in Paris time or with a zone')
      .requiredOption('--and <instant>', 'the other'),
  )
    .addOption(langOption())
    .option('--json', 'answer as JSON')
    .action(({ user: typed, at, and, lang, json, ...reader }: Options) =>
      answering({ json, lang }, () =>
        withLog(async (log) => {
          const [now, { store }] = [log.platform.clock.now(), log];
          const [from = '', to = ''] = [pastInstantOf(at, now), pastInstantOf(and, now)].sort();
          const user = await userNamed(log, typed);
          await recordReading(log, { ...reader, command: 'diff', about: { user } });
          const [before, after] = [
            await accessWithSessionsAt(store, user, { at: from, now }),
            await accessWithSessionsAt(store, user, { at: to, now }),
          ];
          return {
            fields: { user, from, to, differences: differences(before, after) },
            text: inEach((lang) => diffText(lang, { user, from, before, to, after })),
          };
        }),
      ),
    );
