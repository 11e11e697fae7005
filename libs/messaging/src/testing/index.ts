export { messageFeedContract } from './message-feed.contract.js';
export type { OpenedFeed } from './message-feed.contract.js';
export { publishTold, tell } from './told.js';
