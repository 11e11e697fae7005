import { FREE_FAILURES } from '../attempts/limits.js';
import type { OpenCredential } from '../credential/credential.js';
import { later } from '../instant.js';
import type { Unusual } from '../session/session.events.js';

type Facts = Readonly<{
  /** Whether this browser opened the account before. */
  knownBrowser: boolean;
  /** Wrong keys in a row before the right one. */
  failures: number;
  at: string;
}>;

/** Seconds in which whoever chose a key through a mail hears no more: that mail, and the one that told of the key, said it all. */
const QUIET = 24 * 60 * 60;

/**
 * Why the holder is told of a sign-in with the chosen key, or null (LOG-09): a browser that was not known before, or failures that
 * made somebody wait. Not of the first time: an imported key is then not used yet, and any other was chosen in a way in that a mail opened.
 */
export const unusualSignIn = (
  { imported, chosenAt }: Pick<OpenCredential, 'imported' | 'chosenAt'>,
  { knownBrowser, failures, at }: Facts,
): Unusual | null => {
  if (imported || (chosenAt !== null && at < later(chosenAt, QUIET))) return null;
  const told = failures >= FREE_FAILURES ? failures : 0;
  return knownBrowser && told === 0 ? null : { newBrowser: !knownBrowser, failures: told };
};
