import { z } from 'zod';

export const supportQuery = z.object({
  q: z.string().trim().max(200).default(''),
  apres: z.coerce.number().int().min(0).optional(),
});

export const openCaseForm = z.object({ ecole: z.string().min(1).max(64) });
