import type { Candidate } from './read-row.js';

/** The candidates, those that repeat the identifier of an earlier line saying so. */
export const findDoubles = (candidates: readonly Candidate[]): readonly Candidate[] => {
  const first = new Map<string, number>();
  return candidates.map((candidate) => {
    const { identifier, line } = candidate;
    const before = first.get(identifier);
    if (identifier === '') return candidate;
    if (before === undefined) {
      first.set(identifier, line);
      return candidate;
    }
    return { ...candidate, problems: [...candidate.problems, `same-as-line-${before}` as const] };
  });
};
