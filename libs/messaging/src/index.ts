export { MessageFeed } from './message-feed.js';
export type { FollowOptions, Publish } from './message-feed.js';
export { messagesOf } from './messages-of.js';
export { DeadLetters } from './dead-letters.js';
export type { DeadLetter } from './dead-letters.js';
export { EventStoreFeed } from './in-process/event-store-feed.js';
export { InMemoryDeadLetters } from './in-process/in-memory-dead-letters.js';
export { openKafkaDeadLetters, openKafkaMessaging } from './open-kafka-messaging.js';
export type { KafkaMessaging } from './kafka/kafka-messaging.js';
