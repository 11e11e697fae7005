import { useTracer } from './tracing.js';

/** Begins to trace where somebody collects traces; elsewhere nothing is loaded. `stop` sends what is waiting. */
export const openTracing = async (
  endpoint: string | undefined,
  service: string,
): Promise<{ stop(): Promise<void> }> => {
  if (endpoint === undefined) return { stop: () => Promise.resolve() };
  const { otlpTracer } = await import('./otlp.js');
  const tracer = otlpTracer(endpoint, service);
  useTracer(tracer);
  return {
    stop: async () => {
      useTracer(undefined);
      // A collector that is away must not keep the process from ending well.
      await tracer.stop().catch(() => undefined);
    },
  };
};
