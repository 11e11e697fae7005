import { HttpException } from '@nestjs/common';
import { StoreUnavailable } from '#event-store';
import { ServiceUnavailable } from '#service-bus';
import { Problem } from './problem.js';
import type { ProblemCode } from './problems.js';

/** What the HTTP framework refuses by itself, by status. A status it invents later is the caller's fault, not ours, below 500. */
const byStatus: Readonly<Record<number, ProblemCode>> = {
  404: 'not-found',
  413: 'body-too-large',
  // The framework's word for a path parameter longer than any id or link of ours.
  414: 'not-found',
  415: 'not-json',
};

const statusOf = (error: unknown): number =>
  error instanceof HttpException
    ? error.getStatus()
    : Number((error as { statusCode?: unknown } | null)?.statusCode ?? 500);

/** The problem an exception stands for. What nobody foresaw is `unexpected`: the answer says nothing more (AUD-05). */
export const problemOf = (error: unknown, requestId: string): Problem => {
  if (error instanceof Problem) return error;
  if (error instanceof ServiceUnavailable)
    return new Problem('unavailable', { retryAfter: error.retryAfter });
  if (error instanceof StoreUnavailable) return new Problem('unavailable');
  const status = statusOf(error);
  const code = byStatus[status] ?? (status >= 400 && status < 500 ? 'not-readable' : 'unexpected');
  return new Problem(code, code === 'unexpected' ? { requestId } : {});
};
