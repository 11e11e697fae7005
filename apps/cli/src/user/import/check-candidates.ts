import { CheckNewUsers } from '#contracts';
import type { ServiceBus } from '#service-bus';
import { Refused } from '../../terminal/answer.js';
import type { Progress } from '../../terminal/progress.js';
import { importId } from './import-id.js';
import type { Outcome } from './outcome.js';
import type { Problem } from './problem-text.js';
import type { Candidate } from './read-row.js';

const BATCH = 500;

/** Asks the users service about every row; nothing is recorded. */
export const checkCandidates = async (
  bus: ServiceBus,
  schoolId: string,
  candidates: readonly Candidate[],
  progress: Progress,
): Promise<readonly Outcome[]> => {
  const outcomes: Outcome[] = [];
  for (let from = 0; from === 0 || from < candidates.length; from += BATCH) {
    const batch = candidates.slice(from, from + BATCH);
    const reply = await bus.ask(CheckNewUsers, {
      actor: { kind: 'command-line' },
      schoolId,
      users: batch.map(({ identifier, name, email }) => ({
        commandId: importId(schoolId, identifier),
        identifier,
        name,
        email,
      })),
    });
    if (reply.outcome === 'refused') throw new Refused(reply.reason);
    outcomes.push(...batch.map((candidate, index) => outcomeOf(candidate, reply.users[index]!)));
    progress.advance(batch.length);
  }
  return outcomes;
};

const outcomeOf = (
  candidate: Candidate,
  { present, problems: found }: Readonly<{ present: boolean; problems: readonly Problem[] }>,
): Outcome => {
  const problems = [...new Set([...found, ...candidate.problems])];
  const status = problems.length > 0 ? 'error' : present ? 'present' : 'ready';
  return { candidate, status, problems };
};
