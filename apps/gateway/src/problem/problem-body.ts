import type { Locale } from '#contracts';
import { type Problem } from './problem.js';
import { problems, problemType } from './problems.js';

/** The problem as RFC 9457 writes it, in the reader's language. */
export const problemBody = (problem: Problem, locale: Locale) => ({
  type: problemType(problem.code),
  title: problems[problem.code][locale],
  status: problem.status,
  ...(problem.requestId === undefined ? {} : { instance: `urn:uuid:${problem.requestId}` }),
  ...(problem.retryAfter === undefined ? {} : { retryAfter: problem.retryAfter }),
  ...(problem.fields.length === 0
    ? {}
    : { errors: problem.fields.map((field) => ({ ...field, detail: field.detail[locale] })) }),
});
