export { eventStoreContract } from './event-store.contract.js';
export type { EventStoreAdapter, OpenOptions } from './event-store.contract.js';
export { newEvent, newEvents } from './new-event.js';
