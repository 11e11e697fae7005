import { Command } from 'commander';
import { JournalDamaged, ReadingsJournal, readingsFolder } from '#journals';
import { readSettings } from '#settings';
import { answering, Refused, type Wanted } from '../../terminal/answer.js';
import { inEach, langOption } from '../../terminal/language.js';
import { refusalText } from '../../terminal/refusal-text.js';
import { periodOf } from '../instant.js';
import { readingsText } from './readings-text.js';

type Options = Wanted & Readonly<{ from?: string; until?: string }>;

/** `audit readings`: who read of the log at the command line, of whom and why (GDP-09). It looks at the journal alone, not at the log. */
export const auditReadings = (): Command =>
  new Command('readings')
    .description('tell who read of the log at this command line, of whom and why')
    .option('--from <instant>', 'only from this instant on, in Paris time or with a zone')
    .option('--until <instant>', 'only until this instant, likewise')
    .addOption(langOption())
    .option('--json', 'answer as JSON')
    .action((options: Options) =>
      answering(options, async () => {
        const period = periodOf(options);
        const readings = readingsOf(period);
        return { fields: { readings }, text: inEach((lang) => readingsText(lang, readings)) };
      }),
    );

const readingsOf = (period: ReturnType<typeof periodOf>) => {
  const { dataFolder } = readSettings({ TROUSSEAU_LOG_LEVEL: 'error', ...process.env });
  try {
    return new ReadingsJournal(readingsFolder(dataFolder)).readings(period);
  } catch (error) {
    if (!(error instanceof JournalDamaged)) throw error;
    const reason = 'readings-damaged';
    throw new Refused(
      reason,
      inEach((lang) => `${refusalText(lang, reason)} ${error.file}:${error.line}`),
    );
  }
};
