export { EventStore } from './event-store.js';
export type {
  Appended,
  EventFilter,
  ExpectedRevision,
  Named,
  NewEvent,
  ReadOptions,
  RecordedEvent,
  Sought,
  StoredEvent,
  Stretch,
  SubscribeOptions,
  Subscription,
} from './event-store.js';
export { eventOf } from './row.js';
export type { Json, JsonValue } from './json.js';
export { StoreUnavailable, StreamDeleted, WrongExpectedRevision } from './errors.js';
export { patientHead } from './patient-head.js';
export { secondsBehind } from './seconds-behind.js';
export { declaredRetention } from './retention.js';
export type { Retention, RetentionPolicy } from './retention.js';
export { InMemoryEventStore } from './in-memory/in-memory-event-store.js';
export { SqliteEventStore } from './sqlite/sqlite-event-store.js';
export { EventStoreDbEventStore } from './eventstoredb/eventstoredb-event-store.js';
export { EVENT_STORE_IMAGE } from './eventstoredb/image.js';
