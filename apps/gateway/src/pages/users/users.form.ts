import { z } from 'zod';
import { typedLine } from '../form/typed.js';

/** How the columns are called in the address of the page. */
export const columnOf = {
  identifiant: 'identifier',
  nom: 'name',
  role: 'role',
  email: 'email',
  etat: 'state',
  connexion: 'lastSignInAt',
} as const;
export type SortName = keyof typeof columnOf;

const sortNames = Object.keys(columnOf) as [SortName, ...SortName[]];

/** What the address of the list may ask for. */
export const usersQuery = z.object({
  q: typedLine(200).default(''),
  tri: z.enum(sortNames).default('nom'),
  sens: z.enum(['croissant', 'decroissant']).default('croissant'),
  curseur: z.string().max(512).optional(),
  /** The position of a change that the list must show (invariant 8). */
  apres: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER).optional(),
});
export type UsersQuery = z.infer<typeof usersQuery>;
