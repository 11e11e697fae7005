/**
 * Keys of at least 15 characters that a guesser tries first (KEY-04), all in lower case: published lists hold few that
 * long, so common words are repeated, joined and followed by years, and keyboards are run along, as people do.
 * `ranked`: common passwords and words, most common first.
 */
export function longCommonKeys(ranked: readonly string[]): Set<string>;
