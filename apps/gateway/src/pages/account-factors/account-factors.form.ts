import { z } from 'zod';
import { factorKind } from '#contracts';
import { neededLine } from '../form/typed.js';

/** The secret comes back with the code, only to draw the same picture again after a slip; auth compares with its own. */
export const confirmTotpForm = z.object({
  code: neededLine(16),
  secret: z.string().regex(/^[A-Z2-7]{32}$/),
});

export const addPasskeyForm = z.object({ reponse: z.string().min(1).max(7000) });

export const removeFactorForm = z.object({
  genre: factorKind,
  facteur: z
    .string()
    .regex(/^[A-Za-z0-9-]{1,64}$/)
    .optional(),
});
