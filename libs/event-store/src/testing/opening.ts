import type { EventStore } from '../event-store.js';
import type { RetentionPolicy } from '../retention.js';

export type OpenOptions = Readonly<{ clock?: () => number; retention?: RetentionPolicy }>;
/** Opens a store for one spec; it is closed after it. */
export type Open = (options?: OpenOptions) => Promise<EventStore>;
