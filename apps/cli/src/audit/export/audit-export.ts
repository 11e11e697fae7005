import { existsSync } from 'node:fs';
import { Command } from 'commander';
import { exportStreams, exportWhole, NotACheckpoint, openCheckpoint, writeExport } from '#evidence';
import type { Reading } from '#journals';
import { answering, Refused, type Wanted } from '../../terminal/answer.js';
import { inEach, langOption } from '../../terminal/language.js';
import { type ReadingOptions, readingOptions } from '../readings/reading-options.js';
import { recordReading } from '../readings/record-reading.js';
import { schoolNamed, userNamed } from '../whom.js';
import { type AuditedLog, withLog } from '../with-log.js';
import { schoolStreams, userStreams } from './streams-of.js';

type Options = Wanted &
  ReadingOptions &
  Readonly<{
    all?: boolean;
    user?: string;
    school?: string;
    output: string;
    checkpoint?: string;
  }>;

/** `audit export`: writes the log, or the streams of a user or a school, for somebody who verifies it elsewhere. */
export const auditExport = (): Command =>
  readingOptions(
    new Command('export')
      .description('export the log, or part of it, with everything needed to verify it offline')
      .option('--all', 'the whole log')
      .option('--user <id>', 'the streams of one user, by id or identifier')
      .option('--school <id>', 'the streams of a school and its users')
      .requiredOption('-o, --output <file>', 'a new file: .ndjson.zst, or .ndjson to read it as it is')
      .option('--checkpoint <file>', 'the signed checkpoint to export at; the last one by default'),
  )
    .addOption(langOption())
    .option('--json', 'answer as JSON')
    .action((options: Options) =>
      answering(options, () =>
        withLog(async (log) => {
          const checkpoint = (await log.checkpoints(options.checkpoint)).at(-1);
          if (checkpoint === undefined) throw new Refused('no-checkpoint');
          if (openCheckpoint(checkpoint, log.key) === undefined) throw new Refused('not-a-checkpoint');
          const given = { ...log, checkpoint, exportedAt: log.platform.clock.now() };
          const about = await askedFor(log, options);
          if (existsSync(options.output)) throw new Refused('file-exists');
          await recordReading(log, { ...options, command: 'export', about });
          const streams = await streamsOf(log, about);
          const lines = streams === 'all' ? exportWhole(given) : exportStreams(given, streams);
          await writeExport(lines, options.output).catch(refused);
          return {
            fields: { file: options.output },
            text: inEach((lang) => `${words[lang](options.output)}\n${checkpoint}`),
          };
        }),
      ),
    );

const words = {
  fr: (file: string) => `Export écrit : ${file}\nIl se vérifie contre ce point de contrôle :`,
  en: (file: string) => `Export written: ${file}\nIt verifies against this checkpoint:`,
} as const;

const askedFor = async (log: AuditedLog, { all, user, school }: Options): Promise<Reading['about']> => {
  if ([all, user, school].filter((given) => given !== undefined).length !== 1) {
    throw new Refused('export-scope');
  }
  if (user !== undefined) return { user: await userNamed(log, user) };
  return school === undefined ? 'all' : { school: await schoolNamed(log, school) };
};

const streamsOf = async ({ store }: AuditedLog, about: Reading['about']) => {
  if (about === 'all') return about;
  return 'user' in about ? userStreams(about.user) : schoolStreams(store, about.school);
};

const refused = (error: unknown): never => {
  if (error instanceof NotACheckpoint) throw new Refused('log-too-short');
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'EEXIST') throw new Refused('file-exists');
  if (code === 'ENOENT') throw new Refused('no-folder');
  throw error;
};
