import { notarySigner, openCheckpointTopic } from '#evidence';
import { ReadingsJournal, readingsFolder } from '#journals';
import { connection, type Platform, Rounds, type RunningService } from '#platform';
import { witness } from './witness.js';

const NAME = 'notary';
const SWEEP_EVERY_MS = 3_600_000;

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
  const sweeps = sweeping(platform);
  return {
    stop: async () => {
      await sweeps.stop();
      await stop();
    },
  };
};

/** Audits run where the leaves are; what was read there is removed after its time here, and beside users by the daily round (GDP-01). */
const sweeping = ({ settings, clock, log }: Platform): Rounds => {
  const readings = new ReadingsJournal(readingsFolder(settings.dataFolder));
  return new Rounds({
    every: SWEEP_EVERY_MS,
    first: 0,
    make: async () => {
      const removed = await readings.sweep(clock.now());
      if (removed > 0) log.info({ event: 'audit_readings_removed', removed }, 'readings of a year ago left');
    },
    onError: (error) => log.warn({ err: error }, 'readings of a year ago are removed later'),
  });
};
