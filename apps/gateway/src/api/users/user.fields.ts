import { z } from 'zod';
import { userView } from '#contracts';
import { digitsField, idField } from '../fields.js';

/** A user as the manager sees them. */
export const user = userView.meta({ id: 'User' });

export const userPath = z.strictObject({ userId: idField });

/** "Show me at least that position": the read waits for it, bounded (invariant 8). */
export const atLeastField = digitsField(0, Number.MAX_SAFE_INTEGER)
  .optional()
  .describe('Wait until the list has seen this position; `not-yet` when that takes too long.');
