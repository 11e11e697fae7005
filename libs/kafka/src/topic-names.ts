/** Where the requests to a service arrive. */
export const requestsTopic = (service: string): string => `trousseau.requests.${service}`;

/** Where replies arrive; whoever asks chooses a partition. */
export const repliesTopic = 'trousseau.replies';

/** How far each relay has fed the topics; compacted, one partition. */
export const progressTopic = 'trousseau.progress';

/** Every checkpoint the notary signed, for ever; one partition. */
export const checkpointsTopic = 'trousseau.checkpoints';

/** Messages of a topic that a group could not handle. */
export const deadLettersTopic = (topic: string, group: string): string => `${topic}.${group}.dlq`;

/** Messages that a group is to try again, taken from its dead letters. */
export const retryTopic = (group: string): string => `trousseau.retry.${group}`;

export const isDeadLetters = (topic: string): boolean => topic.endsWith('.dlq');
