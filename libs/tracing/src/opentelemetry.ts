import { ROOT_CONTEXT, type Context, SpanKind, SpanStatusCode, context, trace } from '@opentelemetry/api';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { type SpanProcessor, NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import { ATTR_SERVICE_NAME } from '@opentelemetry/semantic-conventions';
import type { Kind, Tracer } from './tracing.js';

const kinds: Readonly<Record<Kind, SpanKind>> = {
  server: SpanKind.SERVER,
  client: SpanKind.CLIENT,
  consumer: SpanKind.CONSUMER,
  internal: SpanKind.INTERNAL,
};

const TRACEPARENT = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/;

/** The context of a W3C traceparent (version 00); the current one where there is none to read. */
const parentIn = (text: string | undefined): Context => {
  const [, traceId, spanId, flags] = TRACEPARENT.exec(text ?? '') ?? [];
  if (traceId === undefined || spanId === undefined || flags === undefined) return context.active();
  const traceFlags = Number.parseInt(flags, 16);
  return trace.setSpanContext(ROOT_CONTEXT, { traceId, spanId, traceFlags, isRemote: true });
};

/** What kind of error it was. Its message may hold anything. */
const errorType = (error: unknown) => (error instanceof Error ? error.name : typeof error);

/** A tracer on OpenTelemetry's SDK. `stop` sends what is waiting. */
export const openTelemetry = (
  service: string,
  processor: SpanProcessor,
): Tracer & { stop(): Promise<void> } => {
  const provider = new NodeTracerProvider({
    resource: resourceFromAttributes({ [ATTR_SERVICE_NAME]: `trousseau-${service}` }),
    spanProcessors: [processor],
  });
  // Not for spans, which are ours, but for the context that follows a request through its promises.
  provider.register();
  const tracer = provider.getTracer('trousseau');
  return {
    open: (name, { kind, attributes = {}, parent, root = false }) => {
      const within = root ? ROOT_CONTEXT : parentIn(parent);
      const span = tracer.startSpan(name, { kind: kinds[kind], attributes }, within);
      const own = trace.setSpan(within, span);
      return {
        within: (task) => context.with(own, task),
        end: (more = {}, failure) => {
          span.setAttributes(more);
          if (failure !== undefined) {
            span.setStatus({ code: SpanStatusCode.ERROR }).setAttribute('error.type', errorType(failure));
          }
          span.end();
        },
      };
    },
    traceparent: () => {
      const current = trace.getSpanContext(context.active());
      if (current === undefined) return undefined;
      const flags = current.traceFlags.toString(16).padStart(2, '0');
      return `00-${current.traceId}-${current.spanId}-${flags}`;
    },
    stop: async () => {
      await provider.shutdown();
      trace.disable();
      context.disable();
    },
  };
};
