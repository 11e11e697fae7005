export { eventually } from './eventually.js';
export { eventStoreContract } from './event-store.contract.js';
export type { EventStoreAdapter } from './event-store.contract.js';
export type { OpenOptions } from './opening.js';
export { newEvent, newEvents } from './new-event.js';
export { runTypescript } from './run-typescript.js';
export { scratchFolder } from './scratch-folder.js';
