export { AggregateStore } from './aggregate-store.js';
export type { Loaded, Transacted } from './aggregate-store.js';
export { eventTime } from './command-context.js';
export type { Channel, CommandContext } from './command-context.js';
export { canonicalJson } from './canonical-json.js';
export { eventHash } from './event-hash.js';
export { eventId } from './event-id.js';
