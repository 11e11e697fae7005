import { z } from 'zod';
import { ticked, typedEmail, typedKey, typedLine } from '../form/typed.js';

const more = { cle: typedKey, ancienneInutilisable: ticked };

/** The first address must be there; the second is removed by leaving it empty (REF-03). */
export const modifyUserForm = z.discriminatedUnion('adresse', [
  z.object({ adresse: z.literal('premiere'), email: typedEmail, ...more }),
  z.object({
    adresse: z.literal('seconde'),
    email: typedLine(320).pipe(z.union([z.literal(''), typedEmail])),
    ...more,
  }),
]);
export type Slot = z.infer<typeof modifyUserForm>['adresse'];

/** Which address is being looked at; the first unless the second is asked for. */
export const slotOf = (asked: unknown): Slot => (asked === 'seconde' ? 'seconde' : 'premiere');
