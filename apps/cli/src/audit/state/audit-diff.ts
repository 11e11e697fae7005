import { Command } from 'commander';
import { answering } from '../../terminal/answer.js';
import { instantOf } from '../instant.js';
import { langOption, type Language } from '../language/language.js';
import { withLog } from '../with-log.js';
import { accessWithSessionsAt } from './access-at.js';
import { diffText, differences } from './differences.js';

type Options = Readonly<{ user: string; at: string; and: string; lang: Language; json?: boolean }>;

/** `audit diff`: what changed in the access of a user between two instants. */
export const auditDiff = (): Command =>
  new Command('diff')
    .description('compare the access of a user at two instants')
    .requiredOption('--user <id>', 'id of the user')
    .requiredOption('--at <instant>', 'the one instant, ISO 8601')
    .requiredOption('--and <instant>', 'the other')
    .addOption(langOption())
    .option('--json', 'answer as JSON')
    .action(({ user, at, and, lang, json }: Options) =>
      answering(json, () =>
        withLog(async ({ store }) => {
          const [from = '', to = ''] = [instantOf(at), instantOf(and)].sort();
          const [before, after] = [
            await accessWithSessionsAt(store, user, from),
            await accessWithSessionsAt(store, user, to),
          ];
          return {
            fields: { user, from, to, differences: differences(before, after) },
            text: diffText(lang, { from, before, to, after }),
          };
        }),
      ),
    );
