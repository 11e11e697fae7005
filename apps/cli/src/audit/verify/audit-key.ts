import { Command } from 'commander';
import { formatNoteKey } from '#evidence';
import { answering } from '../../terminal/answer.js';
import { withLog } from '../with-log.js';

/** `audit key`: the public key that checkpoints are verified with; give it to the auditor together with a checkpoint. */
export const auditKey = (): Command =>
  new Command('key')
    .description('show the verifier key of the log')
    .option('--json', 'answer as JSON')
    .action(({ json }: { json?: boolean }) =>
      answering({ json }, () =>
        withLog(async ({ key }) => ({ fields: { key: formatNoteKey(key) }, text: formatNoteKey(key) })),
      ),
    );
