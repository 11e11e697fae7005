import type { Platform } from '#platform';
import { Sealer } from '#sealing';
import type { Language } from '../../terminal/language.js';
import { progressOf } from '../../terminal/progress.js';
import { applyOutcomes } from './apply-outcomes.js';
import { checkCandidates } from './check-candidates.js';
import type { Outcome } from './outcome.js';
import type { Candidate } from './read-row.js';

type Wanted = Readonly<{ schoolId: string; apply: boolean; sendWelcome: boolean; lang: Language }>;
type Imported = Readonly<{ outcomes: readonly Outcome[]; applied: boolean }>;

/** Checks everybody first; adds everybody or, when anything is wrong with anybody, nobody. */
export const importUsers = async (
  { bus, secrets }: Pick<Platform, 'bus' | 'secrets'>,
  candidates: readonly Candidate[],
  { schoolId, apply, sendWelcome, lang }: Wanted,
): Promise<Imported> => {
  const checking = progressOf(lang, { fr: 'Vérification', en: 'Checking' }, candidates.length);
  const checked = await checkCandidates(bus, schoolId, candidates, checking);
  checking.end();
  if (!apply || checked.some(({ status }) => status === 'error')) {
    return { outcomes: checked, applied: false };
  }
  const sealer = new Sealer(secrets.sealing.publicJwk);
  const adding = progressOf(lang, { fr: 'Import', en: 'Adding' }, checked.length);
  const outcomes = await applyOutcomes(checked, { bus, sealer, schoolId, sendWelcome }, adding);
  adding.end();
  return { outcomes, applied: true };
};
