export { MessageFeed } from './message-feed.js';
export type { FollowOptions, Publish } from './message-feed.js';
export { messagesOf } from './messages-of.js';
export { DeadLetters, InMemoryDeadLetters } from './dead-letters.js';
export type { DeadLetter } from './dead-letters.js';
export { EventStoreFeed } from './in-process/event-store-feed.js';
