import { secondsBehind } from '#event-store';
import { type CheckpointPublisher, type Notary, startNotary } from '#evidence';
import type { Platform, RunningService } from '#platform';

const refusals = {
  'contradicts-a-checkpoint':
    'the log contradicts a checkpoint that was signed: nothing is signed any more, see docs/explanation/evidence.md',
  'signed-by-another-key':
    'the last checkpoint was signed by another key: nothing is signed any more, see docs/explanation/evidence.md',
} as const;

/** A notary in a process, which ends with it. */
export type Witness = RunningService & Readonly<{ notary: Notary }>;

/**
 * Starts the notary (EVT-12). Of several on one log one signs at a time: a checkpoint is a conditional append. A process whose
 * log cannot be vouched for is not ready. Checkpoints go to a folder, and `elsewhere` too.
 */
export const witness = async (
  { settings, secrets, events, clock, log, readiness, metrics }: Platform,
  elsewhere: readonly CheckpointPublisher[] = [],
): Promise<Witness> => {
  const { notary, leaves, stop } = await startNotary(settings.dataFolder, secrets, {
    store: events,
    elsewhere,
    now: () => clock.now(),
    onError: (error) => log.warn({ err: error }, 'the notary tries again'),
  });
  metrics.projection('notary', () => secondsBehind(events, leaves.lastPosition));
  readiness.add({
    name: 'notary',
    check: () => {
      const refusal = notary.refusal();
      return refusal === null ? null : refusals[refusal];
    },
  });
  for (const outside of notary.outside()) metrics.unpublished(outside.place, () => outside.waiting);
  return { notary, stop };
};
