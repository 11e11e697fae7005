export { Metrics } from './metrics.js';
export type { SignInOutcome } from './metrics.js';
export { openMetricsServer } from './metrics-server.js';
export type { MetricsServer } from './metrics-server.js';
export type { Series } from './histogram.js';
