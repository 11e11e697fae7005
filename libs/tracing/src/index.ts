export { inSpan, isTracing, openSpan, traceparent } from './tracing.js';
export type { Attributes, OpenSpan } from './tracing.js';
export { openTracing } from './open-tracing.js';
