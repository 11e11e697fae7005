import type { Message } from '#contracts';
import type { Subscription } from '#event-store';
import type { FollowOptions, MessageFeed } from './message-feed.js';

type Following = Pick<FollowOptions, 'group' | 'topics' | 'shared'>;

/** The messages of some topics as a source that a projection or a reactor can follow. */
export const messagesOf = (feed: MessageFeed, following: Following) => ({
  subscribe: (options: {
    after: number;
    handle(message: Message, checkpoint?: number): Promise<void> | void;
  }): Subscription => feed.follow({ ...following, ...options }),
});
