import { readFile, stat } from 'node:fs/promises';
import { Command, Option } from 'commander';
import type { Locale } from '#contracts';
import { answering, Refused, type Wanted } from '../../terminal/answer.js';
import { inEach, langOption } from '../../terminal/language.js';
import { withServices } from '../../terminal/with-services.js';
import { importUsers } from './import-users.js';
import { readCandidates } from './read-candidates.js';
import { reportFields, reportText } from './report.js';

type Options = Wanted &
  Readonly<{
    school: string;
    locale: Locale;
    apply?: boolean;
    sendWelcome?: boolean;
  }>;

const MOST_BYTES = 32 * 2 ** 20;

/** `user import FILE`: tries a file of users, and with `--apply` adds all of them or, when a row is wrong, nobody. */
export const userImport = (): Command =>
  new Command('import')
    .description('add the users of a CSV file (as Excel saves it) to a school; without --apply it only tries')
    .argument('<file>', 'comma, semicolon or tab; the first row names the columns')
    .requiredOption('--school <id>', 'id of the school')
    .option('--apply', 'add them, if no row is wrong')
    .option(
      '--send-welcome',
      'mail everybody in the file who has no key a first provisional key, now or when run again',
    )
    .addOption(
      new Option('--locale <locale>', 'language of those whose row names none')
        .choices(['fr', 'en'])
        .default('fr'),
    )
    .addOption(langOption())
    .option('--json', 'answer as JSON')
    .action((file: string, options: Options) => answering(options, () => importFile(file, options)));

const importFile = async (file: string, options: Options) => {
  const { school: schoolId, apply = false, sendWelcome = false, lang } = options;
  const candidates = readCandidates(await bytesOf(file), options.locale);
  return withServices(async (platform) => {
    const { outcomes, applied } = await importUsers(platform, candidates, {
      schoolId,
      apply,
      sendWelcome,
      lang,
    });
    if (outcomes.some(({ status }) => status === 'error')) process.exitCode = 1;
    const told = { schoolId, applied, sendWelcome };
    return {
      fields: reportFields(lang, outcomes, told),
      text: inEach((lang) => reportText(lang, outcomes, told)),
    };
  });
};

const bytesOf = async (file: string): Promise<Uint8Array> => {
  try {
    if ((await stat(file)).size > MOST_BYTES) throw new Refused('file-too-large');
    return await readFile(file);
  } catch (error) {
    if (error instanceof Refused) throw error;
    throw new Refused('file-not-readable');
  }
};
