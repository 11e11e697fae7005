import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { BatchSpanProcessor } from '@opentelemetry/sdk-trace-node';
import { openTelemetry } from './opentelemetry.js';

/** A tracer whose spans go to a collector over HTTP, in batches; what it cannot take is dropped. */
export const otlpTracer = (endpoint: string, service: string) =>
  openTelemetry(
    service,
    new BatchSpanProcessor(new OTLPTraceExporter({ url: `${endpoint.replace(/\/+$/, '')}/v1/traces` })),
  );
