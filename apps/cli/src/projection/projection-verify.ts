import { Argument, Command } from 'commander';
import { type ListVerdict, verifyUserList } from '#apps/users';
import { NotComparable } from '#projections';
import { answering, Refused, type Wanted } from '../terminal/answer.js';
import { inEach, langOption } from '../terminal/language.js';
import { countOf, FEW, verdictText } from './verdict-text.js';
import { throughLog } from './through-log.js';

const what = { fr: 'Vérification', en: 'Verifying' };

/** `projection verify user-list`: makes a read model anew in a draft, compares the one that serves with it, and publishes nothing. Exit code 1 where they differ. */
export const projectionVerify = (): Command =>
  new Command('verify')
    .description(
      'hold the read model that serves to the log, person by person; the service may go on meanwhile',
    )
    .addArgument(new Argument('<name>', 'the read model').choices(['user-list']))
    .addOption(langOption())
    .option('--json', 'answer as JSON')
    .action((name: string, wanted: Wanted) =>
      answering(wanted, async () => {
        const verdict = await throughLog(name, { lang: wanted.lang, what }, verifyUserList).catch(refused);
        if (verdict.differences.length > 0) process.exitCode = 1;
        return { fields: fieldsOf(name, verdict), text: inEach((lang) => verdictText(lang, verdict)) };
      }),
    );

const refused = (error: unknown): never => {
  if (error instanceof NotComparable) throw new Refused(`list-${error.why}`);
  throw error;
};

/** Ids and names of columns, nothing of what stands in them. */
const fieldsOf = (name: string, { differences, ...verdict }: ListVerdict) => ({
  name,
  same: differences.length === 0,
  ...verdict,
  differing: countOf(differences, 'differs'),
  missing: countOf(differences, 'missing'),
  surplus: countOf(differences, 'surplus'),
  first: differences.slice(0, FEW),
});
