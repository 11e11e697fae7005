import type { RetentionPolicy } from '#event-store';
import { isDataKey } from '../leaf/category.js';
import type { Leaf } from '../leaf/leaf.js';

/** Why an event may be gone: it expired, its data key was destroyed, or the same data key stands wrapped anew. */
export type Absence = 'retention' | 'data-key-destroyed' | 'data-key-rewrapped';

/** Milliseconds by which the clocks of writer and store may differ. */
const CLOCKS_DIFFER = 5 * 60_000;

/**
 * Why this event is gone at `now` (milliseconds since 1970); undefined when nothing declared explains it. Of a data key it says
 * destroyed: which of them stand wrapped anew, only their streams tell. Judged on the
 * leaf, which is under the signed root: nobody can pass off one sort of event for another.
 */
export const explainAbsence = (
  { category, at }: Leaf,
  now: number,
  retention: RetentionPolicy,
): Absence | undefined => {
  if (isDataKey(category)) return 'data-key-destroyed';
  const maxAge = retention(category)?.maxAge;
  if (maxAge === undefined || at === null) return undefined;
  return at + maxAge * 1000 <= now + CLOCKS_DIFFER ? 'retention' : undefined;
};
