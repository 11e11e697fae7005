import { Command, Option } from 'commander';
import { langOption } from '../terminal/language.js';
import { answering, Refused } from '../terminal/answer.js';
import { operatorHere } from '../terminal/operator-here.js';
import { carryOut } from './carry-out.js';
import type { EraseOptions } from './erase-options.js';
import { reapply } from './reapply.js';
import { requestErasure } from './request-erasure.js';

/** `erase`: forgets a person for good, and prints the certificate of it (invariant 10). Two people in production (ADR 0018). */
export const erase = (): Command =>
  new Command('erase')
    .description('forget a person for good: their data can never be read again, the record stays provable')
    .option('--user <id>', 'id or identifier of the person')
    .option('--reason <text>', 'why, for ever in the log: a case number, never a name or an address')
    .option('--operator <name>', 'who you are, by the name you are known by here', operatorHere())
    .option('--request', 'only ask for it: another operator approves, as production demands')
    .addOption(
      new Option('--approve <request>', 'erase what another operator asked for').conflicts([
        'request',
        'reason',
      ]),
    )
    .addOption(
      new Option('--reapply', 'erase again whoever an older backup brought back').conflicts([
        'user',
        'reason',
        'request',
        'approve',
      ]),
    )
    .addOption(langOption())
    .option('--json', 'answer as JSON')
    .action((options: EraseOptions) =>
      answering(options, async () => {
        if (options.reapply === true) return reapply();
        const { user, reason, approve, request } = options;
        if (user === undefined) throw new Refused('user-missing');
        if (approve === undefined && reason === undefined) throw new Refused('reason-missing');
        return request === true ? requestErasure({ ...options, user }) : carryOut({ ...options, user });
      }),
    );
