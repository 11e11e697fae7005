import type { Answer } from '../smtp/mailer.js';
import type { Outcome } from './outcome.js';

type Answers = Readonly<{
  /** The provisional key in the letters, or null. */
  issueId: string | null;
  /** Digests of the addresses that earlier attempts reached. */
  reachedBefore: readonly string[];
  answers: readonly Readonly<{ address: string; answer: Answer }>[];
}>;

/**
 * What the mail server's answers, one for each address (here by its digest), make of the attempt. A notice tries on for
 * the addresses that are left. A key has arrived once one address has it: a second key would only void the first.
 */
export const judgeAnswers = ({ issueId, reachedBefore, answers }: Answers): Outcome => {
  const reached = [
    ...reachedBefore,
    ...answers.filter(({ answer }) => answer.kind === 'accepted').map(({ address }) => address),
  ];
  const deferred = answers.map(({ answer }) => answer).find((answer) => answer.kind === 'deferred');
  const hasArrived = reached.length > 0 && (deferred === undefined || issueId !== null);
  if (hasArrived) {
    const refusedAddresses = answers.filter(({ answer }) => answer.kind === 'refused').length;
    return { kind: 'accepted', issueId, refusedAddresses };
  }
  if (deferred !== undefined) return { kind: 'failed', reason: deferred.reason, reached };
  return { kind: 'abandoned', reason: 'refused-by-server' };
};
