import { InMemorySpanExporter, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-node';
import { openTelemetry } from '../opentelemetry.js';
import { useTracer } from '../tracing.js';

/** Traces kept in memory, for a spec that looks at them. */
export const traceInMemory = () => {
  const exporter = new InMemorySpanExporter();
  const tracer = openTelemetry('spec', new SimpleSpanProcessor(exporter));
  useTracer(tracer);
  return {
    spans: () => exporter.getFinishedSpans(),
    forget: () => exporter.reset(),
    stop: async () => {
      useTracer(undefined);
      await tracer.stop();
    },
  };
};
