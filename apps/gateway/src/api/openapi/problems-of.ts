import type { ProblemCode } from '../../problem/problems.js';
import { type Access, opensTo } from '../../session/access.js';
import { type RestrictedLevel, stepProblem } from '../../session/step-first.js';
import type { Operation } from '../operation.js';

/** Every problem an operation can answer with: its own, and those its shape brings along. */
export const problemsOf = (described: Operation): readonly ProblemCode[] => {
  const takesInput = described.path ?? described.query ?? described.body;
  return [
    ...described.problems,
    'not-readable' as const,
    ...(takesInput ? (['request-not-valid'] as const) : []),
    // Where no body is expected one is refused all the same if it is not JSON, or too long.
    ...(described.method === 'GET' ? [] : (['not-json', 'body-too-large'] as const)),
    ...(described.access === 'everyone' ? [] : (['no-session'] as const)),
    ...stepsBefore(described.access),
    'unexpected' as const,
    'unavailable' as const,
  ];
};

const stepsBefore = (access: Access): readonly ProblemCode[] =>
  (Object.keys(stepProblem) as RestrictedLevel[])
    .filter((level) => !opensTo(access, level))
    .map((level) => stepProblem[level]);
