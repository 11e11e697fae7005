import { Command } from 'commander';
import { formatNoteKey } from '#evidence';
import { answering, type Wanted } from '../../terminal/answer.js';
import { inEach, langOption } from '../../terminal/language.js';
import { withLog } from '../with-log.js';

/** `audit key`: the public key that checkpoints are verified with; give it to the auditor together with a checkpoint. */
export const auditKey = (): Command =>
  new Command('key')
    .description('show the verifier key of the log')
    .addOption(langOption())
    .option('--json', 'answer as JSON')
    .action((wanted: Wanted) =>
      answering(wanted, () =>
        withLog(async ({ key }) => ({
          fields: { key: formatNoteKey(key) },
          text: inEach(() => formatNoteKey(key)),
        })),
      ),
    );
