import { secondsBehind } from '#event-store';
import { startNotary } from '#evidence';
import type { Platform, RunningService } from '#platform';

const refusals = {
  'contradicts-a-checkpoint':
    'the log contradicts a checkpoint that was signed: nothing is signed any more, see docs/explanation/evidence.md',
  'signed-by-another-key':
    'the last checkpoint was signed by another key: nothing is signed any more, see docs/explanation/evidence.md',
} as const;

/**
 * Starts the notary (EVT-12). Of several on one log one signs at a time: a checkpoint is a conditional append. A process whose
 * log cannot be vouched for is not ready.
 */
export const witness = async ({
  settings,
  secrets,
  events,
  clock,
  log,
  readiness,
  metrics,
}: Platform): Promise<RunningService> => {
  const { notary, leaves, stop } = await startNotary(settings.dataFolder, secrets, {
    store: events,
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
  return { stop };
};
