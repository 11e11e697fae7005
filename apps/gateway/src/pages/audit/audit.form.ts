import { z } from 'zod';
import { neededLine, typedLine } from '../form/typed.js';

/** What the address of the page may ask for. `le`: a day and a time in Paris, as a browser writes them. */
export const auditQuery = z.object({
  utilisateur: typedLine(256).default(''),
  le: typedLine(32).default(''),
});
export type AuditQuery = z.infer<typeof auditQuery>;

/** Asks to see who it is, on record; `le` as it was asked for. */
export const unlockForm = z.object({
  utilisateur: neededLine(64),
  le: typedLine(32).default(''),
  dossier: neededLine(64),
  motif: neededLine(200).min(3, 'notValid'),
});
