/** So many times somebody who has just signed in may find the sign-in page instead; after that the help page stands there (WEB-05). */
export const MOST_TURNS = 2;

/** How often this browser came back, as the page before it said: 0 to 2, whatever was written. */
export const turnsIn = (told: unknown): number => (told === '1' ? 1 : told === '2' ? 2 : 0);
