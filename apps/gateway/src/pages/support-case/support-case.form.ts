import { z } from 'zod';

export const answeredForm = z.object({ reponse: z.enum(['oui', 'non']) });
export const recoveryRequestForm = z.object({ boite: z.enum(['lue', 'perdue']) });
