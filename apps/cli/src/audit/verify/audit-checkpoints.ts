import { Command } from 'commander';
import { notarySigner, noteKeyOf, openCheckpoint, readCheckpointTopic } from '#evidence';
import { connection, openLog } from '#platform';
import { openSecrets } from '#secrets';
import { ServiceUnavailable } from '#service-bus';
import { readSettings } from '#settings';
import { answering, Refused } from '../../terminal/answer.js';

const NAME = 'auditor';

type Options = Readonly<{ last?: boolean; json?: boolean }>;

/** `audit checkpoints`: the signed checkpoints that stand in the topic outside the store, for `--checkpoint FILE`. */
export const auditCheckpoints = (): Command =>
  new Command('checkpoints')
    .description('show the signed checkpoints that stand in the topic outside the store')
    .option('--last', 'the last one alone')
    .option('--json', 'answer as JSON')
    .action(({ last, json }: Options) =>
      answering(json, async () => {
        const all = await checkpointsOutside();
        const shown = last ? all.slice(-1) : all;
        return {
          fields: { checkpoints: shown },
          text: shown
            .map(({ note }) => note)
            .join('\n')
            .trimEnd(),
        };
      }),
    );

/** Those of this log that bear its signature, the smallest tree first, each once. Throws Refused where there are no brokers. */
const checkpointsOutside = async () => {
  const settings = readSettings({ TROUSSEAU_LOG_LEVEL: 'error', ...process.env });
  if (settings.kafkaBrokers.length === 0)
    throw new Refused(
      'no-brokers',
      'Sans KAFKA_BROKERS il n’y a pas de sujet Kafka : les points de contrôle sont dans le dossier « checkpoints ».',
    );
  const key = noteKeyOf(notarySigner(await openSecrets(settings.secretsFolder)));
  const kafka = await connection(settings, NAME, openLog(settings.logLevel));
  const notes = await readCheckpointTopic(kafka, settings.kafkaPrincipal ?? NAME, key.name).catch(
    (error: unknown) => {
      throw new ServiceUnavailable(`Kafka ne répond pas : ${String(error)}`);
    },
  );
  const signed = [...new Set(notes)].flatMap((note) => {
    const checkpoint = openCheckpoint(note, key);
    return checkpoint === undefined ? [] : [{ size: checkpoint.size, note }];
  });
  return signed.toSorted((one, other) => one.size - other.size);
};
