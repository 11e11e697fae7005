import type { Platform } from '#platform';
import { Sealer } from '#sealing';
import { progressOf } from '../../terminal/progress.js';
import { applyOutcomes } from './apply-outcomes.js';
import { checkCandidates } from './check-candidates.js';
import type { Outcome } from './outcome.js';
import type { Candidate } from './read-row.js';

type Wanted = Readonly<{ schoolId: string; apply: boolean; sendWelcome: boolean }>;
type Imported = Readonly<{ outcomes: readonly Outcome[]; applied: boolean }>;

/** Checks everybody first; adds everybody or, when anything is wrong with anybody, nobody. */
export const importUsers = async (
  { bus, secrets }: Pick<Platform, 'bus' | 'secrets'>,
  candidates: readonly Candidate[],
  { schoolId, apply, sendWelcome }: Wanted,
): Promise<Imported> => {
  const checking = progressOf('Vérification', candidates.length);
  const checked = await checkCandidates(bus, schoolId, candidates, checking);
  checking.end();
  if (!apply || checked.some(({ status }) => status === 'error')) {
    return { outcomes: checked, applied: false };
  }
  const sealer = new Sealer(secrets.sealing.publicJwk);
  const adding = progressOf('Import', checked.length);
  const outcomes = await applyOutcomes(checked, { bus, sealer, schoolId, sendWelcome }, adding);
  adding.end();
  return { outcomes, applied: true };
};
