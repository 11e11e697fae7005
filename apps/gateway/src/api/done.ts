import { Problem } from '../problem/problem.js';
import type { ProblemCode } from '../problem/problems.js';

type Done = Readonly<{ outcome: 'done' }>;
type Refused = Readonly<{ outcome: 'refused'; reason: ProblemCode; retryAfter?: number | undefined }>;

/** The reply of a service that did as asked; a refusal is thrown as the problem of the same name. */
export const done = <R extends Done | Refused>(reply: R): Extract<R, Done> => {
  if (reply.outcome === 'done') return reply as Extract<R, Done>;
  const { reason, retryAfter } = reply as Refused;
  throw new Problem(reason, { retryAfter });
};
