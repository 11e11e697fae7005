import { z } from 'zod';
import { reason } from '#contracts';
import { neededLine, typedLine } from '../form/typed.js';

/**
 * What the address of the page may ask for. `le`: a day and a time in Paris, `du` and `au`: days there, as a browser writes them.
 * What is wrong with these and with `motif` is told beside them.
 */
export const auditQuery = z.object({
  utilisateur: typedLine(256).default(''),
  le: typedLine(32).default(''),
  du: typedLine(32).default(''),
  au: typedLine(32).default(''),
  motif: z.string().max(1000).default(''),
});
export type AuditQuery = z.infer<typeof auditQuery>;

/** Asks to see who it is, on record. */
export const unlockForm = z.object({
  utilisateur: neededLine(64),
  dossier: neededLine(64),
  motif: neededLine(200).pipe(reason),
});
