import { caseStreamsOf } from '#apps/users';
import type { EventStore } from '#event-store';
import { userStreams } from '../export/streams-of.js';

/** Everything that is told of a user: their own streams, the codes of support, and the cases opened for them. */
export const streamsOfLife = async (store: EventStore, userId: string): Promise<readonly string[]> => [
  ...userStreams(userId),
  `recovery-${userId}`,
  ...caseStreamsOf(await store.read(`user-${userId}`)),
];
