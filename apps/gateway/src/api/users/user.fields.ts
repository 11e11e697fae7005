import { z } from 'zod';
import { userView } from '#contracts';
import { digitsField, idField } from '../fields.js';

/** A user as the manager sees them. */
export const user = userView.meta({ id: 'User' });

export const userPath = z.strictObject({ userId: idField });

/** A position that a read asks for: as many digits as are read of one. */
export const askedPositionField = digitsField(0, 999_999_999_999_999);

/** "Show me at least that position": the read waits for it, bounded (invariant 8). */
export const atLeastField = askedPositionField
  .optional()
  .describe('Wait until the list has seen this position; `not-yet` when that takes too long.');
