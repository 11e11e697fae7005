import { LONGEST_KEY, isText } from './typed-text.js';

/**
 * Why a typed new key cannot even be sealed to auth; null when it can. Auth has the same two rules and all the others;
 * these two are also the limits of what goes over the bus.
 */
export const unsealable = (newKey: string): 'key-too-long' | 'key-not-text' | null => {
  if (!isText(newKey)) return 'key-not-text';
  return newKey.length > 2 * LONGEST_KEY || [...newKey].length > LONGEST_KEY ? 'key-too-long' : null;
};
