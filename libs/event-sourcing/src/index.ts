export type { DomainEvent } from './event.js';
export type { Aggregate, ProtectedFields } from './aggregate.js';
export type { Decision } from './decision.js';
export { fold } from './aggregate.js';
export { records, refuses } from './decision.js';
export { unreachable } from './unreachable.js';
export type { Telling } from './telling.js';
