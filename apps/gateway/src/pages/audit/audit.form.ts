import { z } from 'zod';
import { neededLine, typedLine } from '../form/typed.js';

/** What the address of the page may ask for. `le`: a day and a time in Paris, as a browser writes them. */
export const auditQuery = z.object({
  utilisateur: typedLine(256).default(''),
  le: z
    .string()
    .regex(/^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?)?$/)
    .default(''),
});
export type AuditQuery = z.infer<typeof auditQuery>;

/** Asks to see who it is, on record. */
export const unlockForm = z.object({
  utilisateur: neededLine(64),
  dossier: neededLine(64),
  motif: neededLine(200).min(3, 'notValid'),
});
