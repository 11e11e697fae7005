import { notarySigner, openCheckpointTopic } from '#evidence';
import { connection, type Platform, type RunningService } from '#platform';
import { witness } from './witness.js';

const NAME = 'notary';

/**
 * The notary in a process of its own: where there are brokers its checkpoints stand in a topic too, and it is not ready while a
 * place outside lacks one. (Beside the portal that would send people away for what the metric tells as well.)
 */
export const witnessAlone = async (platform: Platform): Promise<RunningService> => {
  const { settings, secrets, log, readiness } = platform;
  const elsewhere =
    settings.kafkaBrokers.length === 0
      ? []
      : [
          await openCheckpointTopic(
            await connection(settings, NAME, log),
            settings.kafkaPrincipal ?? NAME,
            notarySigner(secrets).name,
          ),
        ];
  const { notary, stop } = await witness(platform, elsewhere);
  for (const outside of notary.outside())
    readiness.add({
      name: `checkpoints in the ${outside.place}`,
      check: () => (outside.waiting === 0 ? null : `${outside.waiting} are not there yet`),
    });
  return { stop };
};
