/** A look at a follower of the log: where the log ended at some moment, in milliseconds, and where the follower was. */
export type Look = Readonly<{ at: number; head: number; position: number }>;

/** The end of the log that the follower has yet to reach, and since when. */
export type Aim = Readonly<{ at: number; head: number }>;

/**
 * What a follower is to reach next, after a look at it. Positions say which comes first and not how many lie between, so how
 * far behind it is can be told in time alone: it has been on its way to `head` since `at`.
 */
export const aimAfter = (aim: Aim | null, { at, head, position }: Look): Aim | null => {
  if (position >= head) return null;
  return aim === null || position >= aim.head ? { at, head } : aim;
};
