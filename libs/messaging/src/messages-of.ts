import type { Message, Topic } from '#contracts';
import type { Subscription } from '#event-store';
import type { MessageFeed } from './message-feed.js';

type Handle = (message: Message) => Promise<void> | void;

/** The messages of some topics as a source that a projection or a reactor can follow. */
export const messagesOf = (feed: MessageFeed, group: string, topics: readonly Topic[]) => ({
  subscribe: ({ after, handle }: { after: number; handle: Handle }): Subscription =>
    feed.follow({ group, topics, after, handle }),
});
