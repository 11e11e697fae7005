import { z } from 'zod';

export const answeredForm = z.object({ reponse: z.enum(['oui', 'non']) });
/** `facteur`: the second factors are lost too; a box, absent when it is not ticked. */
export const recoveryRequestForm = z.object({
  boite: z.enum(['lue', 'perdue']),
  facteur: z.enum(['perdu']).optional(),
});
