import { eventStoreContract } from '../testing/index.js';
import { InMemoryEventStore } from './in-memory-event-store.js';

eventStoreContract('InMemoryEventStore', { open: (options) => new InMemoryEventStore(options) });
