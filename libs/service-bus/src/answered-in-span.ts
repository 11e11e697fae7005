import { inSpan, isTracing } from '#tracing';
import { outcomeOf } from './outcome-of.js';

/** Runs the handler of a request in a span of its own; `parent` is the traceparent that came with it, if it came from elsewhere. */
export const answeredInSpan = <Result>(
  pattern: string,
  parent: string | undefined,
  handler: () => Promise<Result>,
): Promise<Result> => {
  if (!isTracing()) return handler();
  const answers = { kind: 'server', attributes: { 'trousseau.request': pattern }, parent } as const;
  return inSpan(`answer ${pattern}`, answers, handler, outcomeOf);
};
