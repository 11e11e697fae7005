import { existsSync } from 'node:fs';
import { Command } from 'commander';
import { checkpointsFolder, notarySigner, noteKeyOf, openCheckpoint, readCheckpointTopic } from '#evidence';
import { connection, openLog } from '#platform';
import { openSecrets } from '#secrets';
import { ServiceUnavailable } from '#service-bus';
import { readSettings, type Settings } from '#settings';
import { answering, Refused, type Wanted } from '../../terminal/answer.js';
import { inEach, langOption } from '../../terminal/language.js';
import { notesAt } from '../with-log.js';

const NAME = 'auditor';

type Options = Wanted & Readonly<{ last?: boolean }>;

/** `audit checkpoints`: the signed checkpoints that stand outside the store, for `--checkpoint FILE`. */
export const auditCheckpoints = (): Command =>
  new Command('checkpoints')
    .description('show the signed checkpoints that stand outside the store: in the topic, or in the folder')
    .option('--last', 'the last one alone')
    .addOption(langOption())
    .option('--json', 'answer as JSON')
    .action(({ last, lang, json }: Options) =>
      answering({ json, lang }, async () => {
        const all = await checkpointsOutside();
        if (all.length === 0) throw new Refused('no-checkpoint');
        const shown = last ? all.slice(-1) : all;
        return {
          fields: { checkpoints: shown },
          text: inEach(() =>
            shown
              .map(({ note }) => note)
              .join('\n')
              .trimEnd(),
          ),
        };
      }),
    );

/** Those of this log that bear its signature, the smallest tree first, each once: of the topic, or of the folder where there are no brokers. */
const checkpointsOutside = async () => {
  const settings = readSettings({ TROUSSEAU_LOG_LEVEL: 'error', ...process.env });
  const key = noteKeyOf(notarySigner(await openSecrets(settings.secretsFolder)));
  const folder = checkpointsFolder(settings.dataFolder);
  const inFolder = () => (existsSync(folder) ? notesAt(folder) : []);
  const notes = await (settings.kafkaBrokers.length === 0 ? inFolder() : notesInTopic(settings, key.name));
  const signed = [...new Set(notes)].flatMap((note) => {
    const checkpoint = openCheckpoint(note, key);
    return checkpoint === undefined ? [] : [{ size: checkpoint.size, note }];
  });
  return signed.toSorted((one, other) => one.size - other.size);
};

const notesInTopic = async (settings: Settings, origin: string): Promise<readonly string[]> => {
  const kafka = await connection(settings, NAME, openLog(settings.logLevel));
  try {
    return await readCheckpointTopic(kafka, settings.kafkaPrincipal ?? NAME, origin);
  } catch (error) {
    throw new ServiceUnavailable(`Kafka: ${String(error)}`);
  }
};
