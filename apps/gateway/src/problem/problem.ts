import type { FieldDetail } from './field-words.js';
import { problems, type ProblemCode } from './problems.js';

/** What is wrong with one field of a body or parameter of a query: where (JSON Pointer) and why, never the value. */
export type FieldProblem = Readonly<{
  in: 'body' | 'query' | 'path' | 'header';
  pointer: string;
  detail: FieldDetail;
}>;

type More = Readonly<{
  /** Seconds after which another try makes sense. */
  retryAfter?: number | undefined;
  fields?: readonly FieldProblem[];
  /** Set for what nobody foresaw: finds the line in the log. */
  requestId?: string;
  /** The methods that the address does take. */
  allow?: string;
}>;

/** Thrown in a handler or guard to answer with a problem: problem+json under /api, a page elsewhere. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly retryAfter: number | undefined;
  readonly fields: readonly FieldProblem[];
  readonly requestId: string | undefined;
  readonly allow: string | undefined;

  constructor(
    readonly code: ProblemCode,
    { retryAfter, fields = [], requestId, allow }: More = {},
  ) {
    super(code);
    this.retryAfter = retryAfter ?? waiting[code];
    this.fields = fields;
    this.requestId = requestId;
    this.allow = allow;
  }

  get status(): number {
    return problems[this.code].status;
  }
}

/** Seconds to wait where nobody knows better. */
const waiting: Partial<Record<ProblemCode, number>> = {
  'too-many-attempts': 60,
  'too-soon': 60,
  busy: 2,
  unavailable: 5,
  'not-yet': 1,
};
