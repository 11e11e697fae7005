/** The data key that the hash of a chosen key is encrypted under; destroyed when another generation supersedes it. */
export const generationKey = (userId: string, generation: number): string =>
  `generation-${userId}-${generation}`;

/** The data key that the hash of a provisional key is encrypted under; destroyed when it is void. */
export const provisionalKey = (issueId: string): string => `provisional-${issueId}`;
