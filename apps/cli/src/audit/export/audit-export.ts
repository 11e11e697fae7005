import { Command } from 'commander';
import { exportStreams, exportWhole, NotACheckpoint, writeExport } from '#evidence';
import { answering, Refused } from '../../terminal/answer.js';
import { type AuditedLog, withLog } from '../with-log.js';
import { schoolStreams, userStreams } from './streams-of.js';

type Options = Readonly<{
  all?: boolean;
  user?: string;
  school?: string;
  output: string;
  checkpoint?: string;
  json?: boolean;
}>;

/** `audit export`: writes the log, or the streams of a user or a school, for somebody who verifies it elsewhere. */
export const auditExport = (): Command =>
  new Command('export')
    .description('export the log, or part of it, with everything needed to verify it offline')
    .option('--all', 'the whole log')
    .option('--user <id>', 'the streams of one user')
    .option('--school <id>', 'the streams of a school and its users')
    .requiredOption('-o, --output <file>', 'a new file: .ndjson.zst, or .ndjson to read it as it is')
    .option('--checkpoint <file>', 'the signed checkpoint to export at; the last one by default')
    .option('--json', 'answer as JSON')
    .action((options: Options) =>
      answering(options.json, () =>
        withLog(async (log) => {
          const checkpoint = (await log.checkpoints(options.checkpoint)).at(-1);
          if (checkpoint === undefined) {
            throw new Refused('no-checkpoint', 'Aucun point de contrôle signé : lancez « audit sign ».');
          }
          const given = { ...log, checkpoint, exportedAt: log.platform.clock.now() };
          const streams = await streamsAskedFor(log, options);
          const lines = streams === 'all' ? exportWhole(given) : exportStreams(given, streams);
          await writeExport(lines, options.output).catch(refused);
          return {
            fields: { file: options.output },
            text: `Export écrit : ${options.output}\n${checkpoint}`,
          };
        }),
      ),
    );

const streamsAskedFor = async ({ store }: AuditedLog, { all, user, school }: Options) => {
  if ([all, user, school].filter((given) => given !== undefined).length !== 1) {
    throw new Refused('one-scope', 'Choisissez --all, --user ou --school.');
  }
  if (user !== undefined) return userStreams(user);
  return school === undefined ? ('all' as const) : schoolStreams(store, school);
};

const refused = (error: unknown): never => {
  if (error instanceof NotACheckpoint) throw new Refused('not-a-checkpoint', error.message);
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'EEXIST') throw new Refused('file-exists', 'Ce fichier existe déjà.');
  if (code === 'ENOENT') throw new Refused('no-folder', "Ce dossier n'existe pas.");
  throw error;
};
