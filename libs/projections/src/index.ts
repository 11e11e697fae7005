export { ProjectionDatabase } from './projection-database.js';
export { Draft } from './draft.js';
export type { Sql, Value, Writes } from './sql.js';
export { refill } from './refill.js';
export type { Refilled } from './refill.js';
export { runProjection } from './run-projection.js';
export type { Change } from './run-projection.js';
export { runReactor } from './run-reactor.js';
export type { Source } from './source.js';
